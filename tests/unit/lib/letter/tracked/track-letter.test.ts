import { describe, expect, it } from 'vitest';
import type { Source } from '@/lib/letter/citations/source';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { settleTracked } from '@/lib/letter/tracked/settle-tracked';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { walkProse } from '@/lib/letter/walk-prose';
import { letter, number, question, resolved, section, uuid } from '@/tests/support/letters';
import { doc, fig, h, note, p } from '@/tests/support/named-body';

const by = { author: 'Redline', at: '2026-11-20T00:00:00.000Z' };
const part = (id: number, title: string, body: ProseNode, more: Partial<LetterSection> = {}) =>
  section('discussion', title, body, { id: uuid(id), ...more });
const [one, two, three] = [
  part(1, 'One', doc(p('a', 'first'))),
  part(2, 'Two', doc(p('b', 'second'))),
  part(3, 'Three', doc(p('c', 'third'))),
];

/** Each section as it is: its title, and whether it comes or goes as a whole. */
function sectionsOf(before: readonly LetterSection[], after: readonly LetterSection[]): string[] {
  const { sections } = trackLetter(letter(before), letter(after), by);
  return sections.map(({ title, titleBefore, tracked }) => {
    const was = titleBefore === undefined ? '' : `${titleBefore} > `;
    return `${was}${title}${tracked ? ` ${tracked.kind}` : ''}`;
  });
}

describe('the sections of a redline', () => {
  it.each<[string, readonly LetterSection[], readonly LetterSection[], readonly string[]]>([
    ['stay', [one, two], [one, two], ['One', 'Two']],
    ['come', [one], [one, two], ['One', 'Two inserted']],
    ['go', [one, two], [two], ['One deleted', 'Two']],
    ['go and come where they were moved', [one, two, three], [three, one, two], ['Three inserted', 'One', 'Two', 'Three deleted']],
    ['are called something else', [one], [{ ...one, title: 'Uno' }], ['One > Uno']],
    ['go and come where they become an annex', [one], [{ ...one, kind: 'annex' }], ['One deleted', 'One inserted']],
  ])('%s', (_, before, after, expected) => {
    expect(sectionsOf(before, after)).toEqual(expected);
  });

  it('give up their id where they stand a second time elsewhere', () => {
    const { sections } = trackLetter(letter([one, two]), letter([two, one]), by);
    expect(sections.map(({ id, tracked }) => [id === '' ? '' : id.slice(-1), tracked?.kind])).toEqual([
      ['', 'deleted'],
      ['2', undefined],
      ['1', 'inserted'],
    ]);
  });

  it('remember the question that they quoted before', () => {
    const asked = { ...one, question: question('1', 'Is it?') };
    const [made] = trackLetter(letter([asked]), letter([{ ...one, question: question('1', 'Was it?') }]), by).sections;
    expect([made?.question?.text, made?.questionBefore?.text]).toEqual(['Was it?', 'Is it?']);
    expect(trackLetter(letter([asked]), letter([one]), by).sections[0]).toMatchObject({
      question: null,
      questionBefore: { text: 'Is it?' },
    });
  });
});

const cite = (nodeId: string, sourceId: string): ProseNode => ({
  type: 'citation',
  attrs: { sourceId, nodeId, signal: null, pinpoint: null, parenthetical: null },
});
const refer = (nodeId: string, target: string, targetId: string): ProseNode => ({
  type: 'crossReference',
  attrs: { target, targetId, form: null, nodeId },
});
const SIFMA: Source = { id: 's', kind: 'letter', fields: { from: 'SIFMA', to: 'the SEC', date: '2020-12-07' } };
const cited = (body: ProseNode, source: Source = SIFMA): LetterContent => ({ ...letter([part(1, 'One', body)]), sources: { s: source } });

/** What goes and what comes of the nodes in lines, by their names, and how many stay. */
function changedNodes(before: LetterContent, after: LetterContent, types: readonly string[]): string[] {
  const [made] = trackLetter(before, after, by).sections;
  return [...walkProse(made?.body ?? doc())].flatMap(({ type, attrs, marks = [] }) => {
    const kind = marks.find((mark) => mark.type === 'inserted' || mark.type === 'deleted')?.type;
    return types.includes(type) ? [`${String(attrs?.nodeId)}${kind ? ` ${kind}` : ''}`] : [];
  });
}

describe('what a redline shows of what is bound', () => {
  it('is a figure twice where it shows another value under the same binding', () => {
    const figure = (value: string) => ({
      ...letter([part(1, 'One', doc(p('a', 'It saves ', fig('n'), '.')))], [{ ...resolved('f', 'Saving', number(value), 'r1') }]),
    });
    expect(changedNodes(figure('1'), figure('1'), ['figureNumber'])).toEqual(['n']);
    expect(changedNodes(figure('1'), figure('2'), ['figureNumber'])).toEqual(['n#before deleted', 'n inserted']);
    const tracked = trackLetter(figure('1'), figure('2'), by);
    expect(Object.entries(tracked.figures).map(([key, { value }]) => [key, value.kind === 'number' ? value.value : ''])).toEqual(
      expect.arrayContaining([
        ['f@r1', '2'],
        ['f@r1#before', '1'],
      ]),
    );
  });

  it('is every citation of a source twice where it says something else', () => {
    const corrected: Source = { ...SIFMA, fields: { ...SIFMA.fields, date: '2021-01-07' } };
    const body = doc(p('a', 'As said', note('m', p('b', cite('c1', 's'), '.')), ' and', note('n', p('d', cite('c2', 's'), '.')), '.'));
    expect(changedNodes(cited(body), cited(body, corrected), ['citation'])).toEqual([
      'c1#before deleted',
      'c1 inserted',
      'c2#before deleted',
      'c2 inserted',
    ]);
  });

  it('is a citation twice where what comes before it makes it read otherwise', () => {
    const later = p('z', 'later', note('n', p('d', cite('c2', 's'), '.')));
    const before = cited(doc(p('a', 'first', note('m', p('b', cite('c1', 's'), '.'))), later));
    expect(changedNodes(before, cited(doc(p('a', 'first'), later)), ['citation'])).toEqual([
      // it goes with its note
      'c1',
      'c2#before deleted',
      'c2 inserted',
    ]);
    expect(changedNodes(before, before, ['citation'])).toEqual(['c1', 'c2']);
  });

  it('is a reference twice where it leads nowhere any more', () => {
    const there = doc(h('x', 1, 'Costs'), p('a', 'See ', refer('r', 'heading', 'x'), '.'));
    const gone = doc(p('a', 'See ', refer('r', 'heading', 'x'), '.'));
    expect(changedNodes(cited(there), cited(gone), ['crossReference'])).toEqual(['r#before deleted', 'r inserted']);
    expect(changedNodes(cited(there), cited(there), ['crossReference'])).toEqual(['r']);
  });

  it('settles to what either version says', () => {
    const before = cited(doc(p('a', 'The split costs much.')));
    const after = cited(doc(p('a', 'The split costs little.')));
    const [made] = trackLetter(before, after, by).sections;
    const said = (side: 'accept' | 'reject') =>
      [...walkProse(settleTracked(made?.body ?? doc(), side))].map(({ text }) => text ?? '').join('');
    expect([said('reject'), said('accept')]).toEqual(['The split costs much.', 'The split costs little.']);
  });
});
