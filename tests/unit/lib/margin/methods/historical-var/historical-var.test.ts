import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { HISTORICAL_VAR_METHOD } from '@/lib/margin/methods/historical-var/historical-var-method';
import type { MethodResult } from '@/lib/margin/methods/method';
import { methodContext } from '@/tests/support/method-context';
import { naiveShortfall, naiveVar, pnlOf } from '@/tests/support/pnl';
import { nettingSet, position, resolved } from '@/tests/support/positions';

type Vectors = Readonly<Record<string, readonly number[]>>;

/** The method on positions of these vectors, in one netting set. */
function margin(
  vectors: Vectors,
  parameters: Record<string, string> = {},
  pnl = pnlOf(vectors),
  side: 'collect' | 'post' = 'collect',
): MethodResult {
  const set = nettingSet(...Object.keys(vectors).map((id) => position(id, 'interest_rate_swap')));
  return HISTORICAL_VAR_METHOD.compute(set, parameters, methodContext({ pnl }, { side }));
}
const amount = (...given: Parameters<typeof margin>) => margin(...given).node.amount.toString();
const contributions = (result: MethodResult) => Object.fromEntries([...result.contributions].map(([id, part]) => [id, part.toString()]));
/** P&L of 1 to n, all losses, in an order that is none. */
const shuffled = (n: number) => Array.from({ length: n }, (_, i) => -(((i * 37) % n) + 1));

describe('value at risk of 1 to 100', () => {
  const losses = shuffled(101).filter((value) => value >= -100);

  it.each([
    ['0.99', '99'],
    ['0.95', '95'],
    ['0.975', '98'],
    ['0.999', '100'],
  ])('at %s is the k-th largest loss, k = floor((1 − c) × 100) + 1: %s', (confidence, expected) => {
    expect(amount({ a: losses }, { confidence })).toBe(expected);
    expect(
      naiveVar(
        losses.map((value) => -value),
        confidence,
      ),
    ).toBe(Number(expected));
  });

  it.each([
    ['0.99', '99.01'],
    ['0.95', '95.05'],
    ['0.5', '50.5'],
  ])('interpolated at %s lies on the straight line between two losses: %s', (confidence, expected) => {
    expect(amount({ a: losses }, { confidence, quantile: 'interpolated' })).toBe(expected);
  });

  it.each([
    ['0.99', '100'],
    ['0.95', '98'],
    ['0.975', '99.2'],
  ])('expected shortfall at %s averages exactly the tail, its last loss in part: %s', (confidence, expected) => {
    expect(amount({ a: losses }, { confidence, measure: 'expected-shortfall' })).toBe(expected);
    expect(
      naiveShortfall(
        losses.map((value) => -value),
        confidence,
      ).toString(),
    ).toBe(expected);
  });
});

describe('whose loss counts', () => {
  const vectors = { a: [-5, 3, 1, -2] };

  it("is the holder's: a loss is a negative amount of the file", () => {
    expect(amount(vectors, { confidence: '0.9' })).toBe('5');
  });

  it('turns with the side and with the view, and turns back with both', () => {
    expect(amount(vectors, { confidence: '0.9' }, undefined, 'post')).toBe('3');
    expect(amount(vectors, { confidence: '0.9', view: 'counterparty' })).toBe('3');
    expect(amount(vectors, { confidence: '0.9', view: 'counterparty' }, undefined, 'post')).toBe('5');
  });

  it('never asks for less than nothing: a tail that gains asks 0 of everyone', () => {
    const result = margin({ a: [4, 3, 7], b: [1, 1, 1] });
    expect(result.node.amount.toString()).toBe('0');
    expect(contributions(result)).toEqual({ a: '0', b: '0' });
  });
});

describe('netting and its attribution', () => {
  const vectors = { a: [-10, 2, 0, -4], b: [7, -5, 0, -1] };

  it('adds positions within each scenario before it looks for the tail, and gives each its loss in that scenario', () => {
    const result = margin(vectors, { confidence: '0.75' });
    // sums -3, -3, 0, -5; second largest loss 3, first in the first scenario
    expect(result.node.amount.toString()).toBe('3');
    expect(contributions(result)).toEqual({ a: '10', b: '-7' });
    expect(Object.fromEntries([...result.standalone].map(([id, part]) => [id, part.toString()]))).toEqual({ a: '4', b: '1' });
  });

  it("averages the position's losses over the tail for expected shortfall", () => {
    const result = margin(vectors, { confidence: '0.5', measure: 'expected-shortfall' });
    // losses 5 (last scenario) and 3 (first): average 4
    expect(result.node.amount.toString()).toBe('4');
    expect(contributions(result)).toEqual({ a: '7', b: '-3' });
  });

  it('leaves positions alone where no agreement nets them: the sum of each', () => {
    const set = { ...nettingSet(), underAgreement: false, positions: resolved([position('a', 'equity'), position('b', 'equity')]) };
    const result = HISTORICAL_VAR_METHOD.compute(set, { confidence: '0.75' }, methodContext({ pnl: pnlOf(vectors) }));
    expect(result.node.amount.toString()).toBe('5');
    expect(contributions(result)).toEqual({ a: '4', b: '1' });
  });
});

describe('a horizon of several days', () => {
  const vectors = { a: [-1, -2, 3, -4, -5] };

  it('sums consecutive days, which overlap', () => {
    // sums of two: -3, 1, -1, -9
    expect(amount(vectors, { horizonDays: '2' })).toBe('9');
    expect(amount(vectors, { horizonDays: '2', confidence: '0.6' })).toBe('3');
    const result = margin({ ...vectors, b: [0, 1, 1, 1, 0] }, { horizonDays: '2' });
    expect(contributions(result)).toEqual({ a: '9', b: '-1' });
  });

  it('or takes one day times the square root of the days, to more than 34 digits', () => {
    expect(amount(vectors, { horizonDays: '4', returns: 'scaled' })).toBe('10');
    expect(amount(vectors, { horizonDays: '10', returns: 'scaled' })).toBe(new Decimal(10).sqrt().times(5).toString());
    expect(new Decimal(10).sqrt().toString().length).toBeGreaterThan(34);
  });

  it('needs as many days as one sum runs over', () => {
    expect(margin(vectors, { horizonDays: '6' }).node.failures[0]?.message).toContain('Sums over 6 days need as many scenarios');
  });
});

describe('what the rules ask a model to cover', () => {
  // 259 days have 250 sums of ten; a loss on the first or the last day stands in one of them, one in between in ten
  const losses: Readonly<Record<number, number>> = { 0: -900, 100: -500, 258: -1000 };
  const days = Array.from({ length: 259 }, (_, day) => losses[day] ?? 0);

  it('is 99 % of ten-day losses, one tail: 17 CFR 23.154(b)(2) and 240.18a-3(d)(2)(i)', () => {
    // 1 % of 250 is two and a half: two losses may be larger
    expect(amount({ a: days }, { confidence: '0.99', horizonDays: '10' })).toBe('500');
    expect(amount({ a: days }, { confidence: '0.996', horizonDays: '10' })).toBe('900');
  });

  it('is 99 % over the time of liquidation, one day for futures: 17 CFR 39.13(g)(2)', () => {
    // 1 % of 259 is 2.59: the third largest of the days
    expect(amount({ a: days }, { confidence: '0.99', horizonDays: '1' })).toBe('500');
    expect(amount({ a: days.slice(0, 199) }, { confidence: '0.99', horizonDays: '1' })).toBe('500');
  });
});

describe('look-back and weights', () => {
  const vectors = { a: [-100, -1, -2, -3, -4] };

  it('counts the most recent scenarios alone', () => {
    expect(amount(vectors)).toBe('100');
    expect(amount(vectors, { lookBack: '4' })).toBe('4');
  });

  it('is never silently shorter than asked for', () => {
    const { node } = margin(vectors, { lookBack: '6' });
    expect(node.failures).toEqual([
      { reason: 'MISSING_DATA', positionIds: ['a'], message: 'The look-back asks for 6 scenarios, and there are 5.' },
    ]);
  });

  it('gives an old loss less weight: with decay 0.5 the weights are 1, 2, 4, 8, 16 of 31', () => {
    const weighted = (confidence: string) => amount(vectors, { weighting: 'exponential', decay: '0.5', confidence });
    // the largest loss has 1/31 = 3.2 % of the weight
    expect(weighted('0.99')).toBe('100');
    expect(weighted('0.95')).toBe('4');
  });

  it('averages by weight beyond the quantile: half of 31 is 1 of 100 and 14.5 of 4', () => {
    const { node } = margin(vectors, { weighting: 'exponential', decay: '0.5', confidence: '0.5', measure: 'expected-shortfall' });
    const expected = new Decimal(100).plus(new Decimal('14.5').times(4)).div('15.5');
    expect(node.amount.toSignificantDigits(38).toString()).toBe(expected.toSignificantDigits(38).toString());
  });
});

describe('a stressed period', () => {
  // days 2024-01-01 … 05
  const vectors = { a: [-1, -20, -30, -2, -3] };
  const period = { stressed: 'period', stressedFrom: '20240102', stressedTo: '20240103', lookBack: '2' };

  it('counts where its weighted amount is larger', () => {
    expect(amount(vectors, { ...period, stressedWeight: '0.5' })).toBe('15');
    expect(amount(vectors, { ...period, stressedWeight: '0.05' })).toBe('3');
  });

  it('is blended, or added', () => {
    expect(amount(vectors, { ...period, stressedRule: 'blended', stressedWeight: '0.25' })).toBe('9.75');
    expect(amount(vectors, { ...period, stressedRule: 'added' })).toBe('33');
  });

  it('attributes each window by its own scenarios', () => {
    const result = margin({ ...vectors, b: [0, 0, 10, 0, 1] }, { ...period, stressedRule: 'added' });
    // current: sums -2, -2 (the earlier first); stressed: -20, -20 (the earlier first)
    expect(result.node.amount.toString()).toBe('22');
    expect(contributions(result)).toEqual({ a: '22', b: '0' });
  });

  it('is named by scenarios that begin with "stress" where there are no dates, which the current amount leaves out', () => {
    const pnl = pnlOf({ a: [-5, -50, -6] }, { scenarios: ['one', 'Stress 2008', 'two'] });
    expect(amount({ a: [] }, { stressed: 'named' }, pnl)).toBe('50');
    expect(amount({ a: [] }, { stressed: 'named', stressedWeight: '0' }, pnl)).toBe('6');
  });

  it.each([
    [{ ...period, stressedTo: '0' }, 'written yyyymmdd'],
    [{ ...period, stressedFrom: '20230101', stressedTo: '20230105' }, 'The scenarios hold fewer than 1 day from 2023-01-01 to 2023-01-05.'],
    [{ stressed: 'named' }, 'The scenarios are dates'],
  ])('fails by name where it cannot be had: %s', (parameters, message) => {
    expect(margin(vectors, parameters).node.failures[0]?.message).toContain(message);
  });
});

describe('a floor', () => {
  const vectors = { a: [-100, -1, -2], b: [-20, 0, 0] };

  it('is a share of the amount over a longer history', () => {
    const result = margin(vectors, { lookBack: '2', floor: 'share', floorShare: '0.25' });
    expect(result.node.amount.toString()).toBe('30');
    expect(contributions(result)).toEqual({ a: '25', b: '5' });
    expect(amount(vectors, { lookBack: '2', floor: 'share', floorShare: '0.01' })).toBe('2');
  });

  it('or an amount, shared by what each asks alone', () => {
    const result = margin(vectors, { floor: 'amount', floorAmount: '150' });
    expect(result.node.amount.toString()).toBe('150');
    expect(contributions(result)).toEqual({ a: '75', b: '75' });
    expect(result.standalone.get('a')?.toString()).toBe('150');
  });
});

describe('what is missing is named and the rest computed', () => {
  it('a position without a vector', () => {
    const pnl = pnlOf({ a: [-1, -2] });
    const result = margin({ a: [], b: [] }, {}, pnl);
    expect(result.node.amount.toString()).toBe('2');
    expect(result.node.failures).toEqual([
      { reason: 'MISSING_DATA', positionIds: ['b'], message: 'There is no whole profit and loss vector for the position.' },
    ]);
    expect(result.contributions.has('b')).toBe(false);
  });

  it('a currency without a rate', () => {
    const { node } = margin({ a: [] }, {}, pnlOf({ a: [-1, -2] }, { currency: 'EUR' }));
    expect(node.failures).toEqual([
      { reason: 'NO_RATE', positionIds: ['a'], message: 'The profit and loss is in EUR, and there is no rate from it to USD.' },
    ]);
  });

  it('all of it without vectors', () => {
    const set = nettingSet(position('a', 'equity'));
    const { node } = HISTORICAL_VAR_METHOD.compute(set, {}, methodContext());
    expect(node.failures[0]?.message).toContain('No profit and loss vectors were loaded');
  });

  it.each([
    [{ lookBack: '2' }, 'a look-back'],
    [{ horizonDays: '2' }, 'sums over consecutive days'],
    [{ weighting: 'exponential' }, 'exponential weights'],
    [{ stressed: 'period' }, 'a stressed period'],
  ])('an order in time that %s would need', (parameters, need) => {
    const pnl = pnlOf({ a: [-1, -2, -3] }, { scenarios: ['x', 'y', 'z'] });
    expect(margin({ a: [] }, parameters, pnl).node.failures[0]?.message).toContain(need);
    expect(margin({ a: [] }, {}, pnl).node.failures).toEqual([]);
  });
});

describe('several currencies', () => {
  it('converts each vector by the rates file, and by its own rate without one; sums stay exact', () => {
    const dollars = pnlOf({ a: [-100, 1] }, { scale: 2 });
    const euros = pnlOf({ b: [-100, 1] }, { scale: 2, currency: 'EUR' });
    const pnl = { ...dollars, rows: new Map([...dollars.rows, ...euros.rows]) };
    const set = nettingSet(position('a', 'equity'), position('b', 'equity', { currency: 'EUR', fxRate: '1.0837' }));
    const own = HISTORICAL_VAR_METHOD.compute(set, {}, methodContext({ pnl }));
    expect(own.node.amount.toString()).toBe('2.0837');
    const rates = { base: 'USD', rates: new Map([['EUR', new Decimal('1.1')]]) };
    expect(HISTORICAL_VAR_METHOD.compute(set, {}, methodContext({ pnl, rates })).node.amount.toString()).toBe('2.1');
  });

  it('keeps sums exact beyond the integers of a double', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const vectors = { a: [-most, 0], b: [-most, 0], c: [-1, 0] };
    const result = margin(vectors);
    expect(result.node.amount.toString()).toBe((2n * BigInt(most) + 1n).toString());
    expect(contributions(result)).toEqual({ a: String(most), b: String(most), c: '1' });
    expect(amount({ a: [-most, -most, 1] }, { horizonDays: '2' })).toBe((2n * BigInt(most)).toString());
  });
});
