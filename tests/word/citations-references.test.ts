import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Source } from '@/lib/letter/citations/source';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hygieneOf } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import { objectBookmark, objectTag } from '@/lib/word/figure-tag';
import { writeLetter } from '@/lib/word/write/write-letter';
import { counter } from '@/tests/support/any-body';
import { doc, figTable, h, letter, note, p, question, resolved, section, uuid } from '@/tests/support/letters';
import { pageTexts } from '@/tests/support/office';

/** Milliseconds for what takes seconds on a machine at rest. */
const PATIENCE = 900_000;

const FIGURE = uuid(901);
const REQUEST: Source = {
  id: uuid(701),
  kind: 'federal-register',
  fields: { title: 'Joint Request', volume: '91', page: '37873', date: '2026-06-24' },
};
const SIFMA: Source = { id: uuid(702), kind: 'letter', fields: { from: 'SIFMA', to: 'the SEC', date: '2020-12-07' } };
const CASE: Source = { id: uuid(703), kind: 'case', fields: { name: 'A v. B', reporter: '1 U.S. 2', year: '1984' } };

const next = counter('');
const cite = (source: Source, attrs: Record<string, string> = {}): ProseNode => ({
  type: 'citation',
  attrs: { sourceId: source.id, nodeId: uuid(1000 + Number(next())), ...attrs },
});
const refer = (target: string, targetId: string, form = 'number'): ProseNode => ({
  type: 'crossReference',
  attrs: { target, targetId, form, nodeId: uuid(1000 + Number(next())) },
});
const named = (node: ProseNode, id: string): ProseNode => ({ ...node, attrs: { ...node.attrs, id } });
const table = (nodeId: string, caption: string) => figTable(FIGURE, { nodeId, caption });
const first = cite(SIFMA, { pinpoint: '4' });

function content(): LetterContent {
  const cost = {
    ...section(
      'discussion',
      'What it costs',
      doc(
        named(h(1, 'Today'), 'today'),
        p('The rule applies.', named(note(p(first, '.')), 'n1'), ' It was asked.', named(note(p(cite(REQUEST), '.')), 'n2')),
        named(h(2, 'Options'), 'options'),
        p(
          'We said so.',
          named(note(p(cite(CASE), '; ', cite(SIFMA, { signal: 'see also', pinpoint: '5' }), '.')), 'n3'),
          ' And so.',
          named(note(p(cite(REQUEST, { pinpoint: '37880' }), '.')), 'n4'),
        ),
        ...[1, 2, 3, 4, 5].map((place) => table(uuid(800 + place), `Cost of case ${place}`)),
      ),
    ),
    id: uuid(11),
  };
  const where = {
    ...section(
      'discussion',
      'Where it says so',
      doc(
        p(
          'See ',
          refer('section', uuid(11)),
          ', ',
          refer('heading', 'options'),
          ', titled ',
          refer('heading', 'options', 'title'),
          ', on ',
          refer('heading', 'options', 'page'),
          '.',
        ),
        p(
          'See ',
          refer('exhibit', uuid(803)),
          ', that is ',
          refer('exhibit', uuid(803), 'title'),
          ', and ',
          refer('question', 'Q4'),
          ', and ',
          refer('footnote', 'n3'),
          ', and ',
          refer('section', uuid(13)),
          ', and ',
          refer('heading', 'steps'),
          '.',
        ),
        p('Again.', named(note(p('As said in ', refer('footnote', 'n1'), ', on ', refer('footnote', 'n1', 'page'), '.')), 'n5')),
        p('Gone: ', refer('section', uuid(99)), '.'),
      ),
    ),
    id: uuid(12),
  };
  const answer = {
    ...section('question', 'Our answer', doc(p('It is.')), { question: question('Q4', 'What does it cost?') }),
    id: uuid(14),
  };
  const annex = {
    ...section('annex', 'Method', doc(named(h(1, 'Scope'), 'scope'), named(h(2, 'Steps'), 'steps'), p('Text.'))),
    id: uuid(13),
  };
  const figure = resolved(FIGURE, 'Cost', {
    kind: 'table',
    columns: [{ key: 'a', label: 'A', format: null }],
    rows: [{ a: 'x' }],
    totalRow: null,
  });
  return { ...letter([cost, where, answer, annex], [figure]), sources: { [REQUEST.id]: REQUEST, [SIFMA.id]: SIFMA, [CASE.id]: CASE } };
}

describe('citations and cross-references in a Word file', () => {
  let bytes: Uint8Array;
  let body: string;
  let notes: string;
  beforeAll(async () => {
    bytes = await writeLetter(content(), { kind: 'clean', citeAction: () => null });
    const parts = unzipSync(bytes);
    body = strFromU8(parts['word/document.xml']!);
    notes = strFromU8(parts['word/footnotes.xml']!);
  }, PATIENCE);

  it(
    'is a file that Word opens, with nothing in it that should not leave',
    async () => {
      expect(await validateOpenXml(bytes)).toEqual([]);
      expect(hygieneOf(unzipSync(bytes)).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
    PATIENCE,
  );

  it('words the citations from their order', () => {
    const texts = [...notes.matchAll(/<w:footnote [^>]*w:id="[1-9].*?<\/w:footnote>/gs)].map(([footnote]) => wordsIn(footnote).trim());
    expect(texts).toEqual([
      'Letter from SIFMA to the SEC, at 4 (Dec. 7, 2020).',
      'Joint Request, 91 FR 37873 (June 24, 2026).',
      'A v. B, 1 U.S. 2 (1984); see also SIFMA Letter, supra note 1, at 5.',
      '91 FR at 37880.',
      expect.stringMatching(/^As said in note 1, on page \d\.$/),
    ]);
  });

  it('sets names of cases and signals in italics', () => {
    expect(notes).toMatch(/<w:i\/>(<w:iCs\/>)?<\/w:rPr><w:t[^>]*>A v\. B</);
    expect(notes).toMatch(/<w:i\/>(<w:iCs\/>)?<\/w:rPr><w:t[^>]*>see also</);
  });

  it('gives every reference as a field with the words that it shows now', () => {
    const fields = [
      ...body.matchAll(
        /<w:instrText[^>]*> ?((?:NOTE|PAGE)?REF [^<]*)<\/w:instrText><w:fldChar w:fldCharType="separate"\/>(.*?)<w:fldChar w:fldCharType="end"/gs,
      ),
    ];
    const shown = fields
      .filter(([, instruction]) => instruction?.includes('_Ref') && !instruction.startsWith('PAGEREF'))
      .map(([, instruction = '', result = '']) => `${instruction.replace(/_Ref\w+/, '…')} ${wordsIn(result)}`);
    expect(shown).toEqual([
      'REF … \\w \\h I',
      'REF … \\w \\h I.A.1',
      'REF … \\h Options',
      'REF … \\h Table 3',
      'REF … \\h Cost of case 3',
      'REF … \\h Question Q4',
      'NOTEREF … \\h 3',
      'REF … \\n \\h Annex A',
      'REF … \\n \\h 1.1',
      'REF … \\n \\h Annex A',
    ]);
  });

  it('points every field at a bookmark of the file', () => {
    const wanted = [...`${body}${notes}`.matchAll(/(?:NOTE|PAGE)?REF (\w+) /g)].map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(15);
    for (const name of wanted) expect(body).toMatch(new RegExp(`w:name="${name}"`));
  });

  it('names each of them, so that a returned file leads back', () => {
    const nodeId = String(first.attrs?.nodeId);
    expect(notes).toContain(`w:val="${objectTag(nodeId)}"`);
    expect(notes).toContain(`w:name="${objectBookmark(nodeId)}"`);
  });

  it('marks what leads nowhere, and names it too', async () => {
    expect(body).toContain('[reference not available]');
    const [citation, reference] = [cite({ ...SIFMA, id: uuid(799) }), refer('heading', 'gone')];
    const broken = letter([{ ...section('discussion', 'Costs', doc(p('As ', citation, ' in ', reference, '.'))), id: uuid(11) }]);
    const xml = strFromU8(unzipSync(await writeLetter(broken, { kind: 'clean', citeAction: () => null }))['word/document.xml']!);
    expect(wordsIn(xml)).toContain('As [citation not available] in [reference not available].');
    for (const { attrs } of [citation, reference]) {
      expect(xml).toContain(`w:val="${objectTag(String(attrs?.nodeId))}"`);
      expect(xml).toContain(`w:name="${objectBookmark(String(attrs?.nodeId))}"`);
    }
  });

  it('words a citation by its place where it was copied to another section and kept its name', async () => {
    const copied = cite(CASE);
    const twice = letter([1, 2].map((id) => ({ ...section('discussion', `Part ${id}`, doc(p('In ', copied, '.'))), id: uuid(id) })));
    const written = { ...twice, sources: { [CASE.id]: CASE } };
    const xml = strFromU8(unzipSync(await writeLetter(written, { kind: 'clean', citeAction: () => null }))['word/document.xml']!);
    expect(wordsIn(xml)).toMatch(/In A v\. B, 1 U\.S\. 2 \(1984\)\..*In A v\. B, 1 U\.S\. 2\./);
  });

  it('lists the tables with their pages', () => {
    const entries = [...body.matchAll(/<w:p><w:pPr><w:pStyle w:val="TableofFigures"\/>.*?<\/w:p>/gs)].map(([entry]) => wordsIn(entry));
    expect(entries).toHaveLength(5);
    for (const [index, entry] of entries.entries())
      expect(entry).toMatch(new RegExp(`^Table ${index + 1}\\. Cost of case ${index + 1}\\d+$`));
  });

  it(
    'reads the same in LibreOffice, which computes the fields itself',
    async () => {
      const text = (await pageTexts(bytes))
        .join('\n')
        .replace(/\s+/g, ' ')
        .replace(/ (?=[,.])/g, '');
      expect(text).toContain('See Section I, Section I.A.1, titled Options, on page ');
      expect(text).toContain('See Table 3, that is Cost of case 3, and Question Q4, and note 3, and Annex A, and Section 1.1 of Annex A.');
      expect(text).toContain('supra note 1, at 5');
    },
    PATIENCE,
  );
});

function wordsIn(markup: string): string {
  return [...markup.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
}
