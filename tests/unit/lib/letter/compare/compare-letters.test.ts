import { describe, expect, it } from 'vitest';
import { compareLetters } from '@/lib/letter/compare/compare-letters';
import type { FigureValue } from '@/lib/letter/figures/figure';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import { letter, millions, number, percentage, resolved, section, uuid } from '@/tests/support/letters';
import { doc, fig, figTable, p } from '@/tests/support/named-body';

const body = doc(p('a', 'one two'));
const own = (id: number, title: string, more: Partial<LetterSection> = {}) => section('discussion', title, body, { id: uuid(id), ...more });
const of = (...sections: LetterSection[]) => letter(sections);
const said = (before: LetterContent, after: LetterContent) =>
  compareLetters(before, after).sections.map(({ title, status, renamedFrom, moved, coverage, changes }) =>
    [
      `${title} ${status}`,
      renamedFrom && `was ${renamedFrom}`,
      moved && `${moved.from}>${moved.to}`,
      coverage && `${coverage.before}>${coverage.after}`,
      changes.length > 0 && changes.map(({ kind }) => kind).join(),
    ]
      .filter(Boolean)
      .join(' '),
  );
const A = own(1, 'A');
const B = own(2, 'B');
const C = own(3, 'C');

describe('compareLetters', () => {
  it.each<[string, LetterContent, LetterContent, string[]]>([
    ['nothing', of(A, B), of(A, B), ['A same', 'B same']],
    ['a section added', of(A), of(A, B), ['A same', 'B added']],
    ['sections removed where they stood', of(A, B, C), of(C), ['A removed', 'B removed', 'C same']],
    ['a section moved', of(A, B, C), of(C, A, B), ['C changed 3>1', 'A same', 'B same']],
    ['a section renamed', of(A), of(own(1, 'New')), ['New changed was A']],
    ['coverage', of(A), of(own(1, 'A', { coverage: 'partly' })), ['A changed not-applicable>partly']],
    ['text', of(A), of(own(1, 'A', { body: doc(p('a', 'one six')) })), ['A changed text']],
  ])('%s', (_name, before, after, expected) => {
    expect(said(before, after)).toEqual(expected);
  });

  it('names the parts of the frame that differ', () => {
    const before = letter([A]);
    const after = { ...letter([A], [], { date: '2026-09-01', cc: ['The Secretary', 'Counsel'] }), title: 'Another title' };
    expect(compareLetters(before, after).furniture).toEqual([
      { field: 'Title', before: 'Comment letter', after: 'Another title' },
      { field: 'Date', before: '2026-08-24', after: '2026-09-01' },
      { field: 'Copies to', before: '', after: 'The Secretary\nCounsel' },
    ]);
  });

  const tableOf = (amount: string): FigureValue => ({
    kind: 'table',
    columns: [
      { key: 'regime', label: 'Regime', format: null },
      { key: 'today', label: 'Today', format: millions },
    ],
    rows: [
      { regime: 'Swaps', today: amount },
      { regime: 'Total', today: '9000000' },
    ],
    totalRow: 1,
  });
  const published = (value: FigureValue, runNumber: number) => {
    const runId = `r${runNumber}`;
    const figure = resolved('f', 'Saving', value, runId);
    return { ...figure, source: { ...figure.source, runNumber } };
  };
  const placed = (value: FigureValue, runNumber: number, run = `r${runNumber}`) =>
    letter([section('discussion', 'A', doc(p('a', fig('g', run)), figTable('t', run)))], [published(value, runNumber)]);

  it.each<[string, LetterContent, LetterContent, string[]]>([
    [
      'another run and value',
      placed(number('0.053', { ...percentage, decimals: 2 }), 12),
      placed(number('0.0541', { ...percentage, decimals: 2 }), 15),
      ['5.30% → 5.41%, run 12 → 15', '5.30% → 5.41%, run 12 → 15'],
    ],
    ['another run of the same value', placed(number('5'), 1), placed(number('5'), 2), ['run 1 → 2', 'run 1 → 2']],
    [
      'a cell of a table',
      placed(tableOf('1000000'), 1),
      placed(tableOf('2000000'), 2),
      ['Swaps, Today: 1.0 → 2.0, run 1 → 2', 'Swaps, Today: 1.0 → 2.0, run 1 → 2'],
    ],
    ['nothing', placed(number('5'), 1), placed(number('5'), 1), []],
  ])('says what became of a placed figure: %s', (_name, before, after, expected) => {
    expect(compareLetters(before, after).figures.map(({ words }) => words)).toEqual(expected);
  });
});
