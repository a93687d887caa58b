import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import type { AlternativeLine } from '@/lib/margin/methods/theoretical-pricing/alternative-lines';
import { aloneRate, pairAlternatives, pairRate } from '@/lib/margin/methods/theoretical-pricing/alternative-pairing';
import type { Position } from '@/lib/margin/portfolio/position';
import { indexOption, portfolioMargin, stock, stockOption } from '@/tests/support/portfolio-margin';
import { position } from '@/tests/support/positions';
import { optionAccount } from '@/tests/support/random-options';

const STRATEGY = { computation: 'strategy' };
const amountOf = (positions: readonly Position[]) => portfolioMargin(positions, STRATEGY).node.amount.toString();
const option = (id: string, side: 'long' | 'short', kind: 'call' | 'put', strike: string, value = '0', expiry = '2026-09-30') =>
  stockOption(id, side, kind, strike, '1', { marketValue: value, maturity: expiry, impliedVol: null });

// Contracts on 100 shares at 100: the percentage of (J) is 1,500 a contract.
describe('17 CFR 240.15c3-1a(b)(2)(iii)', () => {
  it.each([
    ['(b)(2)(iii)(A) a short call at the money: 15 %', [option('a', 'short', 'call', '100')], '1500'],
    ['(A) reduced by what it is out of the money: 1,500 − 500', [option('a', 'short', 'call', '105')], '1000'],
    ['(A) no less than half of the percentage, above $250', [option('a', 'short', 'call', '130')], '750'],
    ['(b)(2)(iii)(B) a short put', [option('a', 'short', 'put', '95')], '1000'],
    ['(B) in the money is not reduced', [option('a', 'short', 'put', '120')], '1500'],
    ['(b)(2)(iii)(C) a long option: half of its market value', [option('a', 'long', 'call', '100', '640')], '320'],
    ['(C) the net of one series', [option('a', 'long', 'call', '100', '640'), option('b', 'short', 'call', '100', '-640')], '0'],
    ['(D)(1) long stock and a put out of the money: 500', [stock('s', 'long', '10000'), option('p', 'long', 'put', '95', '300')], '500'],
    ['(D)(1) not above the percentage', [stock('s', 'long', '10000'), option('p', 'long', 'put', '80', '100')], '1500'],
    ['(D)(1) in the money: $25 a contract', [stock('s', 'long', '10000'), option('p', 'long', 'put', '110', '1100')], '25'],
    ['(D)(1) the $25 not above the intrinsic value', [stock('s', 'long', '10000'), option('p', 'long', 'put', '100.1', '400')], '10'],
    [
      '(D)(2) short stock and a call out of the money: 500',
      [stock('s', 'short', '10000'), option('c', 'long', 'call', '105', '300')],
      '500',
    ],
    [
      '(D)(3) long stock and a short call in the money: 1,500 − 600',
      [stock('s', 'long', '10000'), option('c', 'short', 'call', '94')],
      '900',
    ],
    ['(D)(3) no less than $25', [stock('s', 'long', '10000'), option('c', 'short', 'call', '80')], '25'],
    ['(E)(1) a call spread: 105 − 100', [option('a', 'long', 'call', '105', '400'), option('b', 'short', 'call', '100')], '500'],
    ['(E)(1) the long strike below: none', [option('a', 'long', 'call', '95', '700'), option('b', 'short', 'call', '100')], '0'],
    ['(E)(2) a put spread: 100 − 95', [option('a', 'long', 'put', '95', '400'), option('b', 'short', 'put', '100')], '500'],
    ['(E)(2) the long strike above: none', [option('a', 'long', 'put', '105', '700'), option('b', 'short', 'put', '100')], '0'],
    [
      '(E) a long that expires first is no spread',
      [option('a', 'long', 'call', '95', '700', '2026-08-31'), option('b', 'short', 'call', '100')],
      '1850',
    ],
    ['(J) stock alone', [stock('s', 'long', '10000')], '1500'],
  ])('%s', (_name, positions, expected) => {
    expect(amountOf(positions)).toBe(expected);
  });

  it('the least of $250 a contract on 100 shares binds for a low price', () => {
    // 15 % of 10 × 100 is 150.
    expect(amountOf([stockOption('a', 'short', 'call', '10', '1', { underlierPrice: '10', impliedVol: null })])).toBe('250');
  });

  it('takes the cheapest of several pairs', () => {
    // The long call frees the nearer short one; the stock covers the other: 0 and 1,500 − 0.
    const positions = [
      stock('s', 'long', '10000'),
      option('l', 'long', 'call', '100', '500'),
      option('a', 'short', 'call', '100.5'),
      option('b', 'short', 'call', '100'),
    ];
    // Series 100 nets; the stock covers the call at 100.5, out of the money.
    expect(amountOf(positions)).toBe('1500');
    const apart = [option('l', 'long', 'call', '104', '500'), option('a', 'short', 'call', '103'), option('b', 'short', 'call', '95')];
    // 104 against 103 costs 100 and 95 alone 1,500; 104 against 95 costs 900 and 103 alone 1,200: 1,600 against 2,100.
    expect(amountOf(apart)).toBe('1600');
  });

  it('asks an index option as (J) does, and has no rule for futures and baskets', () => {
    expect(amountOf([indexOption('i', 'short', 'call', '1000', '1')])).toBe('15000');
    const future = position('f', 'equity_index_future', { underlier: 'BIG', notional: '1', direction: 'long' });
    const { node } = portfolioMargin([indexOption('i', 'short', 'call', '1000', '1'), future], STRATEGY);
    expect([node.amount.toString(), failuresOf(node)]).toMatchObject(['15000', [{ reason: 'NO_RULE', positionIds: ['f'] }]]);
  });

  it('a long option without a market value is left out by name', () => {
    const { node } = portfolioMargin([stockOption('a', 'long', 'call', '100', '1'), option('b', 'short', 'put', '95')], STRATEGY);
    expect([node.amount.toString(), failuresOf(node)]).toMatchObject(['1000', [{ reason: 'MISSING_DATA', positionIds: ['a'] }]]);
  });
});

const line = (kind: 'call' | 'put' | 'stock', long: boolean, units: number, strike: number, value: number): AlternativeLine => ({
  kind,
  long,
  units: new Decimal(units),
  strike: new Decimal(strike),
  expiry: '2026-09-30',
  value: new Decimal(long && kind !== 'stock' ? value : 0),
  label: '',
  positions: [],
  netted: [],
});
const anyLines = fc
  .array(
    fc.record({
      kind: fc.constantFrom('call' as const, 'put' as const),
      long: fc.boolean(),
      units: fc.integer({ min: 1, max: 2 }),
      strike: fc.integer({ min: 85, max: 115 }),
      value: fc.integer({ min: 0, max: 20 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .chain((rows) =>
    fc
      .integer({ min: -2, max: 2 })
      .map((shares) => [
        ...rows.map((row) => line(row.kind, row.long, row.units, row.strike, row.value)),
        ...(shares === 0 ? [] : [line('stock', shares > 0, Math.abs(shares), 0, 0)]),
      ]),
  );

/** The least over every way to pair single units, tried one after another. */
function leastByTrial(lines: readonly AlternativeLine[], price: Decimal, dollar: Decimal): Decimal {
  const units = lines.flatMap((one) => Array.from({ length: Number(one.units) }, () => one));
  const least = (left: readonly AlternativeLine[]): Decimal => {
    const [first, ...rest] = left;
    if (first === undefined) return new Decimal(0);
    const alone = aloneRate(first, price, dollar).rate.plus(least(rest));
    return rest.reduce((best, other, i) => {
      const pair = pairRate(first, other, price, dollar);
      return pair === null ? best : Decimal.min(best, pair.rate.plus(least(rest.filter((_, at) => at !== i))));
    }, alone);
  };
  return least(units);
}

describe('the cheapest way', () => {
  const [price, dollar] = [new Decimal(100), new Decimal(1)];
  it('is that of every pairing tried one after another, and takes whole units', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const found = pairAlternatives(lines, price, dollar);
        expect(sumDecimals(found.map(({ rate, units }) => rate.times(units))).toString()).toBe(
          leastByTrial(lines, price, dollar).toString(),
        );
        expect(found.every(({ units }) => units.isInteger())).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('adds up exactly for any account, and does not depend on the order of rows', () => {
    fc.assert(
      fc.property(optionAccount, (account) => {
        const { node, contributions } = portfolioMargin(account, STRATEGY);
        expect(sumDecimals(node.children.map(({ amount }) => amount)).eq(node.amount)).toBe(true);
        expect(sumDecimals(contributions.values()).eq(node.amount)).toBe(true);
        expect(JSON.stringify(portfolioMargin(account.toReversed(), STRATEGY).node)).toBe(JSON.stringify(node));
      }),
      { numRuns: 50 },
    );
  });
});
