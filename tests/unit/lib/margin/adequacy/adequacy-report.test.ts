import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { adequacyOf } from '@/lib/margin/adequacy/adequacy-report';
import { procyclicality } from '@/lib/margin/adequacy/procyclicality';
import type { RequirementHistory } from '@/lib/margin/adequacy/requirement-history';
import type { PnlVectors } from '@/lib/margin/evidence/pnl-vectors';
import { pnlOf, someDays } from '@/tests/support/pnl';

type Input = Partial<Parameters<typeof adequacyOf>[0]>;
const amounts = (given: Readonly<Record<string, string>>) => new Map(Object.entries(given).map(([id, text]) => [id, new Decimal(text)]));
const test = (requirements: Readonly<Record<string, string>>, pnl: PnlVectors, over: Input = {}) =>
  adequacyOf({
    contributions: amounts(requirements),
    counterpartyOf: new Map(Object.keys(requirements).map((id) => [id, 'Alder'])),
    pnl,
    rates: null,
    currency: 'USD',
    side: 'collect',
    level: '0.99',
    history: null,
    ...over,
  });

describe('a requirement against the losses of the scenarios', () => {
  const pnl = pnlOf({ a: [-10, -3, 4, -8], b: [2, -3, 0, -2] });
  const report = test({ a: '5', b: '4' }, pnl, {
    counterpartyOf: new Map([
      ['a', 'Alder'],
      ['b', null],
    ]),
  });

  it('counts the scenarios whose loss is larger; an equal one is covered', () => {
    // whole: losses 8, 6, -4, 10 against 9
    const [whole, none, alder] = report.rows;
    expect(whole).toMatchObject({ key: 'whole', requirement: '9', exceedances: 1, exceedingScenarios: ['2024-01-04'], expected: '0.04' });
    expect(test({ a: '5', b: '5' }, pnl).rows[0]?.exceedances).toBe(0);
    expect(none).toMatchObject({ label: 'No counterparty named', requirement: '4', exceedances: 0 });
    expect(alder).toMatchObject({
      key: 'counterparty/Alder',
      requirement: '5',
      exceedances: 2,
      exceedingScenarios: ['2024-01-01', '2024-01-04'],
    });
  });

  it('lists the losses of the whole, the worst first with its cover, and the worst shortfall', () => {
    const [whole, , alder] = report.rows;
    expect(whole?.losses).toEqual(['8', '6', '-4', '10']);
    expect(alder?.losses).toBeNull();
    expect(whole?.stress.slice(0, 2)).toEqual([
      { scenario: '2024-01-04', loss: '10', cover: '0.9' },
      { scenario: '2024-01-01', loss: '8', cover: '1.125' },
    ]);
    expect(whole?.stress[3]).toEqual({ scenario: '2024-01-03', loss: '-4', cover: null });
    expect(whole?.worstShortfall).toBe('1');
    expect(report.basis).toEqual({ scenarios: 4, first: '2024-01-01', last: '2024-01-04', dated: true, lossDays: 1 });
  });

  it('turns with the side, and with whose losses count', () => {
    expect(test({ a: '5', b: '4' }, pnl, { side: 'post' }).rows[0]?.losses).toEqual(['-8', '-6', '4', '-10']);
    expect(test({ a: '5', b: '4' }, pnl, { view: 'counterparty' }).rows[0]?.losses).toEqual(['-8', '-6', '4', '-10']);
  });

  it('runs over several days where the requirement does: overlapping losses are counted, those apart are tested', () => {
    // daily losses 8, 6, -4, 10: over two days 14, 2, 6
    const twoDays = test({ a: '5', b: '4' }, pnl, { lossDays: 2 });
    expect(twoDays.basis).toEqual({ scenarios: 3, first: '2024-01-02', last: '2024-01-04', dated: true, lossDays: 2 });
    expect(twoDays.rows[0]).toMatchObject({
      losses: ['14', '2', '6'],
      exceedances: 1,
      expected: '0.03',
      exceedingScenarios: ['2024-01-02'],
    });
    expect(twoDays.notes[0]).toContain('one in 2 only (2 of 3)');
    const apart = pnlOf({ a: [-14, 0, -6, 0] });
    expect(twoDays.rows[0]?.kupiec?.statistic).toBe(test({ a: '9' }, pnlOf({ a: [-14, -6] })).rows[0]?.kupiec?.statistic);
    expect(test({ a: '5' }, { ...apart, dated: false }, { lossDays: 2 }).basis.lossDays).toBe(1);
  });

  it('leaves out positions without a vector with their requirement, and says how many', () => {
    const some = test({ a: '5', c: '1000' }, pnl);
    expect([some.tested, some.untested, some.rows[0]?.requirement]).toEqual([1, 1, '5']);
    expect(some.notes.join(' ')).toContain('1 positions have a requirement and no profit and loss');
  });

  it('converts vectors by the rates, and leaves out those without', () => {
    const euros = pnlOf({ a: [-100, 1] }, { currency: 'EUR', scale: 2 });
    expect(test({ a: '1' }, euros).untested).toBe(1);
    const rates = { base: 'USD', rates: new Map([['EUR', new Decimal('1.1')]]) };
    expect(test({ a: '1' }, euros, { rates }).rows[0]).toMatchObject({ exceedances: 1, losses: ['1.1', '-0.011'] });
    const positions = new Map([['a', { currency: 'EUR', fxRate: new Decimal('0.5') }]]);
    expect(test({ a: '1' }, euros, { positions }).rows[0]?.losses).toEqual(['0.5', '-0.005']);
  });

  it('refuses a level that is no share', () => {
    expect(() => test({ a: '5' }, pnl, { level: '99' })).toThrow(RangeError);
  });
});

describe('coverage tests', () => {
  // the days of an exceedance in a history of 250
  const history = (exceeded: (day: number) => boolean) => pnlOf({ a: Array.from({ length: 250 }, (_, day) => (exceeded(day) ? -2 : 0)) });

  it('pass at the expected count, spread out', () => {
    const [row] = test(
      { a: '1' },
      history((day) => day === 50 || day === 150),
    ).rows;
    expect(row?.exceedances).toBe(2);
    expect([row?.kupiec?.rejected, row?.christoffersen?.rejected, row?.conditionalCoverage?.rejected]).toEqual([false, false, false]);
    expect(row?.testNote).toBeNull();
  });

  it('fail where exceedances follow each other, even at a count that passes', () => {
    const [row] = test(
      { a: '1' },
      history((day) => day >= 50 && day < 54),
    ).rows;
    expect([row?.kupiec?.rejected, row?.christoffersen?.rejected]).toEqual([false, true]);
  });

  it('say of scenarios without an order in time only how many, and of no exceedance nothing about independence', () => {
    const named = pnlOf({ a: [-2, 0, 0] }, { scenarios: ['x', 'y', 'z'] });
    const [row] = test({ a: '1' }, named).rows;
    expect(row?.kupiec).not.toBeNull();
    expect([row?.christoffersen, row?.conditionalCoverage]).toEqual([null, null]);
    expect(row?.testNote).toContain('no days in order of time');
    expect(
      test(
        { a: '1' },
        history(() => false),
      ).rows[0]?.testNote,
    ).toContain('cannot be told');
  });
});

describe('procyclicality', () => {
  const on = (days: Readonly<Record<number, string>>) =>
    Object.entries(days).map(([at, amount]) => ({ at: Number(at), day: `day ${at}`, amount: new Decimal(amount) }));

  it('is peak ÷ trough and the largest rise within so many days', () => {
    const { value, note } = procyclicality(on({ 0: '100', 1: '80', 2: '90', 3: '120', 4: '110' }));
    expect(note).toBeNull();
    expect(value).toMatchObject({ peak: '120', trough: '80', peakToTrough: '1.5' });
    expect(value?.rises[0]).toEqual({ days: 1, largestRise: '0.333333333333', from: 'day 2', to: 'day 3' });
    expect(value?.rises[1]).toEqual({ days: 5, largestRise: '0.5', from: 'day 1', to: 'day 3' });
  });

  it('tells no rise within fewer days than lie between two amounts', () => {
    const { value, note } = procyclicality(on({ 0: '100', 10: '150', 40: '300' }));
    expect(value?.rises).toEqual([
      { days: 20, largestRise: '0.5', from: 'day 0', to: 'day 10' },
      { days: 30, largestRise: '1', from: 'day 10', to: 'day 40' },
    ]);
    expect(note).toContain('within 1 or 5 scenarios');
  });

  it('says why it has no value', () => {
    expect(procyclicality(on({ 0: '1' })).note).toContain('too short');
    expect(procyclicality(on({ 0: '1', 1: '0' })).note).toContain('was 0');
  });

  it('finds the rise that a plain comparison of all pairs finds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 60 }), (values) => {
        const { value } = procyclicality(values.map((amount, at) => ({ at, day: String(at), amount: new Decimal(amount) })));
        for (const { days, largestRise } of value?.rises ?? []) {
          let best = new Decimal(0);
          for (let to = 1; to < values.length; to += 1)
            for (let from = Math.max(0, to - days); from < to; from += 1)
              best = Decimal.max(best, new Decimal(values[to]!).div(values[from]!).minus(1));
          expect(largestRise).toBe(best.toDecimalPlaces(12).toString());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stands in the report for the whole and each counterparty, with the note of the history', () => {
    const days = someDays(4);
    const history: RequirementHistory = {
      days: days.slice(2),
      whole: [new Decimal(10), new Decimal(15)],
      byCounterparty: new Map([['Alder', [new Decimal(10), new Decimal(20)]]]),
      note: 'Two windows of two days.',
    };
    const report = test({ a: '5' }, pnlOf({ a: [-1, -2, -3, -4] }), { history });
    expect(report.rows.map((row) => row.procyclicality?.peakToTrough)).toEqual(['1.5', '2']);
    expect(report.notes).toContain('Two windows of two days.');
    expect(test({ a: '5' }, pnlOf({ a: [-1] })).rows[0]?.procyclicalityNote).toContain('does not move with it');
  });
});
