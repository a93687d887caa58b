import { describe, expect, it } from 'vitest';
import { addMonths } from '@/lib/margin/methods/calendar';
import { SECURITIES_HAIRCUT_METHOD } from '@/lib/margin/methods/securities-haircut/securities-haircut-method';
import { methodContext } from '@/tests/support/method-context';
import { AS_OF, cds, nettingSet, type PositionFacts } from '@/tests/support/positions';

const CONTEXT = methodContext();

function deduction(direction: 'long' | 'short', maturity: string, spreadBp: string, facts: PositionFacts = {}): string {
  const set = nettingSet(cds('c', direction, '10000', maturity, spreadBp, facts));
  return SECURITIES_HAIRCUT_METHOD.compute(set, {}, CONTEXT).node.amount.toString();
}

/** Months to maturity, then the six deductions on 10,000 of protection sold: 1.00 % is 100. */
const GRID: readonly (readonly [months: number, ...deductions: number[]])[] = [
  [0, 100, 200, 500, 750, 1000, 1500],
  [12, 150, 350, 750, 1000, 1250, 1750],
  [24, 200, 500, 1000, 1250, 1500, 2000],
  [36, 300, 600, 1250, 1500, 1750, 2250],
  [48, 400, 700, 1500, 1750, 2000, 2500],
  [60, 550, 850, 1750, 2000, 2250, 2750],
  [72, 700, 1000, 2000, 2250, 2500, 3000],
  [84, 850, 1500, 2250, 2500, 2750, 4000],
  [120, 1000, 2000, 2500, 2750, 3000, 5000],
];
const SPREADS = ['0', '101', '301', '401', '501', '700'];
const SPREAD_ENDS = ['100', '300', '400', '500', '699', '5000'];
const CELLS = GRID.flatMap(([months, ...row], r) =>
  row.map((expected, c) => [months, GRID[r + 1]?.[0] ?? 600, SPREADS[c]!, SPREAD_ENDS[c]!, expected] as const),
);

describe('17 CFR 240.15c3-1(c)(2)(vi)(P)(1)(i), table 1, protection sold on a notional of 10,000', () => {
  it.each(CELLS)('from %i to less than %i months, spread %s to %s bp: %i', (from, to, low, high, expected) => {
    const first = addMonths(AS_OF, from);
    const justBelow = addMonths(AS_OF, to - 1);
    for (const maturity of [first, justBelow]) {
      for (const spread of [low, high]) expect(deduction('short', maturity, spread)).toBe(String(expected));
    }
  });

  it('has 54 cells', () => {
    expect(CELLS).toHaveLength(54);
  });

  it.each([
    ['100.5', '200'],
    ['300.01', '500'],
    ['699.2', '1500'],
    ['500.0', '750'],
  ])('a spread of %s bp counts as the next whole basis point: %s (stated reading)', (spread, expected) => {
    expect(deduction('short', '2026-12-31', spread)).toBe(expected);
  });

  it('a maturity one day short of 12 months is in the first row, of 12 months in the second', () => {
    expect(deduction('short', '2027-06-29', '50')).toBe('100');
    expect(deduction('short', '2027-06-30', '50')).toBe('150');
  });
});

describe('(P)(1)(ii), protection bought', () => {
  it('is half of the short deduction', () => {
    expect(deduction('long', '2031-06-29', '150', { marketValue: '1000' })).toBe('350');
  });

  it('does not exceed the market value of the position', () => {
    expect(deduction('long', '2031-06-29', '150', { marketValue: '349.5' })).toBe('349.5');
  });

  it('is 0 where the market value is negative', () => {
    expect(deduction('long', '2031-06-29', '150', { marketValue: '-20' })).toBe('0');
  });

  it('is not capped where the market value is not known, and says so', () => {
    const { node } = SECURITIES_HAIRCUT_METHOD.compute(nettingSet(cds('c', 'long', '10000', '2031-06-29', '150')), {}, CONTEXT);
    expect(node.amount.toString()).toBe('350');
    expect(node.children[0]?.assumptions.join(' ')).toContain('1 long swaps have no market value');
  });
});

describe('a credit default swap that lacks a fact', () => {
  it.each([
    ['spread', { spreadBp: null }, 'spread is missing'],
    ['maturity', { maturity: null }, 'maturity is missing'],
    ['notional', { notional: null }, 'notional is missing'],
    ['past maturity', { maturity: '2020-01-01' }, 'lies before'],
    ['spread below 0', { spreadBp: '-1' }, '0 or more basis points'],
  ])('%s: has no amount and is named', (_, facts, message) => {
    const set = nettingSet(cds('c', 'short', '10000', '2031-06-29', '150', facts), cds('d', 'short', '10000', '2031-06-29', '150'));
    const { node } = SECURITIES_HAIRCUT_METHOD.compute(set, {}, CONTEXT);
    expect(node.amount.toString()).toBe('700');
    expect(node.failures).toHaveLength(1);
    expect(node.failures[0]?.positionIds).toEqual(['c']);
    expect(node.failures[0]?.message).toContain(message);
  });
});
