import fc from 'fast-check';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import type { ProseMark, ProseNode } from '@/lib/letter/schema/prose-node';
import { cite, fig, figChart, figTable, letter, millions, number, percentage, question, resolved, section, uuid } from './letters';

/** Arbitrary letters: nested lists, ragged tables, footnotes, figures, and text that nobody should paste. */

const WEIRD = [
  '\u0000\u0001\u001b',
  '\ud800',
  '\udfff lone',
  '\u200b\u200d\ufeff\u202e',
  'שלום עולם (123)',
  'مرحبا',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  ']]>',
  '<w:p/>&amp;"\'',
  'a\tb\nc\r\nd\u2028e\u0085f\u000bg',
  '\ufffe\uffff',
  '=cmd|calc',
  '  spaced  ',
  'x'.repeat(120),
  '𝔘𝔫𝔦',
  'é',
  '_Toc1 PAGEREF rId1',
];

const words = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 8 }) },
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)) },
  { weight: 1, arbitrary: fc.constantFrom(...WEIRD) },
);

const mark: fc.Arbitrary<ProseMark> = fc.oneof(
  fc.constantFrom('bold', 'italic', 'underline', 'strike', 'superscript', 'subscript', 'smallCaps', 'unknown').map((type) => ({ type })),
  fc
    .oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constantFrom('mailto:a@b.org', 'javascript:alert(1)', 'https://x.org/%zz[1]|ü', 'https://'),
    )
    .map((href) => ({ type: 'link', attrs: { href } })),
);

const text = fc
  .record({ words: words.filter((own) => own !== ''), marks: fc.array(mark, { maxLength: 3 }) })
  .map(({ words, marks }): ProseNode => ({ type: 'text', text: words, marks }));

const FIGURES = [
  resolved(uuid(1), 'Saving', number('132926500.005')),
  resolved(uuid(2), 'Share', number('-0.46525', percentage)),
  resolved(uuid(3), 'By regime\u0007', {
    kind: 'table',
    columns: [
      { key: 'a', label: 'Regime', format: null },
      { key: 'b', label: 'Today', format: millions },
    ],
    rows: [{ a: 'Swaps \ud800', b: '1' }, { a: '', b: 'n/a' }, { b: '-2000000' }],
    totalRow: 2,
  }),
  resolved(uuid(4), 'Bridge', {
    kind: 'chart',
    chart: 'bridge',
    format: millions,
    altText: 'Bridge \u0000 <x>',
    points: [
      { label: 'From', amount: '10000000', kind: 'total', agency: 'none' },
      { label: 'Step', amount: '-4000000', kind: 'change', agency: 'SEC' },
      { label: 'To', amount: '6000000', kind: 'total', agency: 'harmonized' },
    ],
  }),
  resolved(uuid(5), 'Below zero', {
    kind: 'chart',
    chart: 'bridge',
    format: millions,
    altText: '',
    points: [
      { label: 'From', amount: '1', kind: 'total', agency: 'CFTC' },
      { label: 'Step', amount: '-4000000', kind: 'change', agency: 'joint' },
    ],
  }),
  resolved(uuid(6), 'Losses \u0001', {
    kind: 'chart',
    chart: 'lines',
    axis: 'Scenario\n\ud800',
    categories: ['one <&> two', '', 'one <&> two'],
    places: ['0', '5', '6'],
    current: 1,
    series: [
      { name: 'Loss\u0000', look: 'bars', values: ['-1000000', null, '0.005'] },
      { name: 'Above', look: 'alert', values: [null, '9000000000000000000', null] },
      { name: 'None', look: 'line', values: [null, null, null] },
      { name: 'Level', look: 'level', values: ['5000000', '5000000', '5000000'] },
    ],
    format: millions,
    altText: 'Losses \u202e and a level',
    about: 'Three scenarios\u0000 <b>',
    note: 'Incomplete \ud800',
    notice: 'A licensed & model',
  }),
  resolved(uuid(7), 'Offsets', {
    kind: 'table',
    columns: [
      { key: 'a', label: 'Group', format: null },
      { key: 'b', label: 'with <B>', format: millions, heat: true },
      { key: 'c', label: 'with C', format: millions, heat: true },
    ],
    rows: [{ a: 'A', b: '1', c: '-2000000' }, { a: 'B', b: '', c: 'not computed' }, {}],
    totalRow: null,
  }),
];

const figureNumber = fc
  .record({ figure: fc.constantFrom(uuid(1), uuid(2), uuid(3), uuid(99)), format: fc.constantFrom(null, millions, { style: 'no' }) })
  .map(({ figure, format }) => fig(figure, { format }));

const plainInline = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: figureNumber },
  fc.constant<ProseNode>({ type: 'hardBreak' }),
  fc.constantFrom(cite('mou'), cite('none')),
);
const paragraphOf = (inline: fc.Arbitrary<ProseNode>) =>
  fc.array(inline, { maxLength: 5 }).map((content): ProseNode => ({ type: 'paragraph', content }));
const footnote = fc
  .array(paragraphOf(plainInline), { minLength: 1, maxLength: 3 })
  .map((content): ProseNode => ({ type: 'footnote', content }));
const inline = fc.oneof({ weight: 8, arbitrary: plainInline }, { weight: 1, arbitrary: footnote });
const paragraph = paragraphOf(inline);

const { block } = fc.letrec<{ block: ProseNode; item: ProseNode; cell: ProseNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block', depthSize: 'small' },
    paragraph,
    fc
      .record({ content: fc.array(inline, { maxLength: 3 }), level: fc.constantFrom(1, 2, 3, 9, 'x') })
      .map(({ content, level }): ProseNode => ({ type: 'heading', content, attrs: { level } })),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content): ProseNode => ({ type: 'bulletList', content })),
    fc
      .record({ content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }), start: fc.constantFrom(undefined, 1, 4, -1, 1e9) })
      .map(({ content, start }): ProseNode => ({ type: 'orderedList', content, attrs: { start } })),
    fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((content): ProseNode => ({ type: 'blockquote', content })),
    fc
      .array(
        fc.array(tie('cell'), { maxLength: 4 }).map((content): ProseNode => ({ type: 'tableRow', content })),
        { minLength: 0, maxLength: 4 },
      )
      .map((content): ProseNode => ({ type: 'table', content })),
    fc.constantFrom(
      figTable(uuid(3), { caption: 'Table \u0001 <&>' }),
      figTable(uuid(98)),
      figChart(uuid(4)),
      figChart(uuid(5)),
      figChart(uuid(6)),
      figTable(uuid(7)),
      figChart(uuid(1)),
    ),
    fc.constant<ProseNode>({ type: 'unheardOf', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'kept' }] }] }),
  ),
  item: fc.array(tie('block'), { maxLength: 2 }).map((content): ProseNode => ({ type: 'listItem', content })),
  cell: fc
    .record({
      type: fc.constantFrom('tableCell', 'tableHeader'),
      content: fc.array(tie('block'), { maxLength: 2 }),
      colspan: fc.constantFrom(1, 1, 1, 1, 1, 2, 2, 70),
      rowspan: fc.constantFrom(1, 1, 1, 2, 9),
      colwidth: fc.constantFrom(null, [120], [1, 2]),
    })
    .map(({ type, content, colspan, rowspan, colwidth }): ProseNode => ({ type, content, attrs: { colspan, rowspan, colwidth } })),
}));

const anySection: fc.Arbitrary<LetterSection> = fc
  .record({
    kind: fc.constantFrom('introduction' as const, 'summary' as const, 'question' as const, 'discussion' as const, 'annex' as const),
    title: words,
    blocks: fc.array(block, { maxLength: 4 }),
    asked: words,
    parts: fc.array(fc.record({ label: fc.constantFrom('a', '(b)', ''), text: words }), { maxLength: 2 }),
  })
  .map(({ kind, title, blocks, asked, parts }) =>
    section(kind, title, { type: 'doc', content: blocks }, kind === 'question' ? { question: question('1', asked, parts) } : {}),
  );

export const anyLetter: fc.Arbitrary<LetterContent> = fc
  .record({
    sections: fc.array(anySection, { maxLength: 3 }),
    line: words,
    date: fc.constantFrom(null, '2026-08-24', 'soon'),
    signers: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ sections, line, date, signers }) =>
    letter(sections, FIGURES, {
      date,
      reLines: [line],
      cc: [line, ''],
      letterhead: { firm: line, lines: [line] },
      signatories: Array.from({ length: signers }, () => ({ name: line, title: '', entity: line })),
    }),
  );
