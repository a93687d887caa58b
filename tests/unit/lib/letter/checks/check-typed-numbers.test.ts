import { describe, expect, it } from 'vitest';
import { checkTypedNumbers } from '@/lib/letter/checks/check-typed-numbers';
import { typedNumbers } from '@/lib/letter/checks/typed-numbers';
import type { FigureFormat } from '@/lib/letter/figures/figure';
import type { FigureEntry } from '@/lib/letter/figures/figure-entry';
import { doc, fig, letter, millions, number, p, percentage, section, units } from '@/tests/support/letters';

const entry = (
  figureId: string,
  name: string,
  value: string,
  format: FigureFormat = millions,
  changes: Partial<FigureEntry> = {},
): FigureEntry => ({
  figureId,
  name,
  kind: 'number',
  analysis: 'A',
  withdrawn: null,
  publications: [{ runId: 'run', runNumber: 1, publishedAt: '2026-07-01T00:00:00Z', value: number(value, format) }],
  latestRunNumber: 1,
  sourceChanged: false,
  ...changes,
});

const FIGURES = [
  entry('saving', 'Saving of one account', '68749999.5'),
  entry('share', 'Share of the requirement saved', '0.198749995', percentage),
  entry('positions', 'Positions covered', '12345', units),
];

const codesIn = (words: string, entries: readonly FigureEntry[] = FIGURES) =>
  checkTypedNumbers(letter([section('discussion', 'Effects', doc(p(words)))]), entries).map(({ code }) =>
    code.replace('typed-number-', ''),
  );

describe('numbers typed by hand', () => {
  it.each([
    // what stands in the text, what is found
    ['It comes to $68.7 million.', 'equal'],
    ['It comes to USD 68.7 million.', 'equal'],
    ['It comes to $68,749,999.50 in all.', 'equal'],
    ['It comes to $68,750 thousand.', 'equal'],
    ['It comes to ($68.7 million).', 'equal'],
    ['It comes to 19.9% of the whole.', 'equal'],
    ['It comes to 19.87 percent of the whole.', 'equal'],
    ['It comes to 1,987 basis points.', 'equal'],
    ['There are 12,345 of them.', 'equal'],
    // two digits are chance, unless the sentence is about the figure
    ['It comes to $69 million.', ''],
    ['The saving of one account is $69 million.', 'equal'],
    ['The saving of one account is about $70 million.', 'equal'],
    ['One in five, or 20%, is spared.', ''],
    // near, and about the figure
    ['One account would bring a saving of $65.2 million.', 'contradicts'],
    ['A saving of $65.2 million was found with one account.', 'contradicts'],
    ['It comes to $65.2 million.', ''],
    ['One account would bring a saving of $31.0 million.', ''],
    ['One account would bring a saving of at least $65.2 million.', ''],
    ['One account would bring a saving of EUR 65.2 million.', ''],
    // no amounts at all
    ['See 17 CFR 240.18a-3 and Section 12345.', ''],
    ['Release No. 34-12345 of December 7, 2020, 85 FR 70536.', ''],
    ['Since 2019 there were 250 trading days.', ''],
    ['Question 12345 asks so.', ''],
  ])('%s → %s', (words, expected) => {
    expect(codesIn(words).join(' ')).toBe(expected);
  });

  it('says nothing where the sentence holds the figure itself', () => {
    const body = doc(p('One account brings a saving of ', fig('saving'), ', before it was $65.2 million.'));
    expect(checkTypedNumbers(letter([section('discussion', 'Effects', body)]), FIGURES)).toEqual([]);
  });

  it('holds nothing against figures that were withdrawn, tables, or zero', () => {
    const others = [
      entry('a', 'Gone', '68749999.5', millions, { withdrawn: 'wrong' }),
      entry('b', 'Zero', '0'),
      entry('c', 'None', '1', millions, { publications: [] }),
    ];
    expect(codesIn('It comes to $68.7 million and $0.0 million.', others)).toEqual([]);
  });

  it('looks at the newest publication', () => {
    const twice = entry('a', 'Saving', '1', millions, {
      publications: [
        { runId: 'old', runNumber: 1, publishedAt: '', value: number('68700000') },
        { runId: 'new', runNumber: 2, publishedAt: '', value: number('71200000') },
      ],
    });
    expect(codesIn('It comes to $71.2 million.', [twice])).toEqual(['equal']);
    expect(codesIn('It comes to $68.7 million.', [twice])).toEqual([]);
  });

  it('names the place and both numbers', () => {
    const [finding] = checkTypedNumbers(
      letter([section('discussion', 'Effects', doc({ ...p('A saving of $65.2 million on one account.'), attrs: { id: 'block-1' } }))]),
      FIGURES,
    );
    expect(finding).toEqual({
      severity: 'warning',
      code: 'typed-number-contradicts',
      message: '“$65.2 million” in “Effects” is typed by hand, and the figure Saving of one account is $68.7 million.',
      place: { sectionId: '00000000-0000-4000-8000-000000000001', nodeId: 'block-1', label: 'Effects' },
    });
  });
});

describe('what is read as a number', () => {
  it.each([
    ['$1.50', ['money 1.5']],
    ['USD 1,234.5 million', ['money 1234500000']],
    ['5 basis points', ['percent 0.0005']],
    ['(12.5%)', ['percent -0.125']],
    ['1.2.3.4', []],
    ['10-20', []],
    ['2026-06-30', []],
    ['3235-AM64', []],
  ])('%s', (words, expected) => {
    expect(typedNumbers(words).map(({ kind, value }) => `${kind} ${value}`)).toEqual(expected);
  });
});
