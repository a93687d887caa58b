import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { STRATEGY_BASED_METHOD } from '@/lib/margin/methods/strategy-based/strategy-based-method';
import type { Position } from '@/lib/margin/portfolio/position';
import { methodContext } from '@/tests/support/method-context';
import { nettingSet, position } from '@/tests/support/positions';

/** One contract on 100 units, or 100 shares; the underlier is at 100. Amounts here are whole dollars per unit, so plain numbers are exact. */
interface Unit {
  readonly kind: 'call' | 'put' | 'stock';
  readonly long: boolean;
  readonly strike: number;
  readonly value: number;
  readonly month: number;
}
const PRICE = 100;
const expiry = (month: number) => `2026-${String(month).padStart(2, '0')}-18`;

const option: fc.Arbitrary<Unit> = fc.record({
  kind: fc.constantFrom('call' as const, 'put' as const),
  long: fc.boolean(),
  strike: fc.constantFrom(80, 90, 100, 110, 120),
  value: fc.integer({ min: 1, max: 9 }),
  month: fc.constantFrom(9, 12),
});
const shares: Unit = { kind: 'stock', long: true, strike: 0, value: PRICE, month: 0 };
const unit = fc.oneof({ arbitrary: option, weight: 6 }, { arbitrary: fc.constant(shares), weight: 1 });

function positionOf({ kind, long, strike, value, month }: Unit, i: number): Position {
  const side = { underlier: 'ACME', direction: long ? 'long' : 'short' } as const;
  if (kind === 'stock') return position(`p${i}`, 'equity', { ...side, quantity: 100, price: PRICE, marketValue: 100 * PRICE });
  return position(`p${i}`, 'equity_option', {
    ...side,
    quantity: 1,
    multiplier: 100,
    strike,
    optionType: kind,
    maturity: expiry(month),
    marketValue: (long ? 100 : -100) * value,
    notional: 100 * PRICE,
  });
}

const compute = (positions: readonly Position[], parameters: Record<string, string> = {}) =>
  STRATEGY_BASED_METHOD.compute(nettingSet(...positions), parameters, methodContext());
const amountOf = (units: readonly Unit[]) => compute(units.map(positionOf)).node.amount.toNumber();

const inside = ({ kind, strike }: Unit) => Math.max(kind === 'call' ? PRICE - strike : strike - PRICE, 0);
const outside = ({ kind, strike }: Unit) => Math.max(kind === 'call' ? strike - PRICE : PRICE - strike, 0);

function alone(each: Unit): number {
  if (each.kind === 'stock') return 25 * PRICE;
  if (each.long) return 100 * each.value;
  const least = each.kind === 'call' ? 10 * PRICE : 10 * each.strike;
  return 100 * each.value + Math.max(20 * PRICE - 100 * outside(each), least);
}

/** The amount of units margined as one strategy, in independent arithmetic; infinite where no strategy holds exactly these. */
function together(units: readonly Unit[]): number {
  const [first] = units;
  if (units.length === 1 && first) return alone(first);
  const stocks = units.filter(({ kind }) => kind === 'stock');
  const longs = units.filter(({ kind, long }) => kind !== 'stock' && long);
  const shorts = units.filter(({ kind, long }) => kind !== 'stock' && !long);
  if (stocks.length > 0) return stocks.length > 1 ? Number.POSITIVE_INFINITY : withStock(longs, shorts);
  const [a, b] = shorts;
  if (a && b && units.length === 2) return a.kind === b.kind ? Number.POSITIVE_INFINITY : straddle(a, b);
  const balanced = (['call', 'put'] as const).every(
    (kind) => longs.filter((each) => each.kind === kind).length === shorts.filter((each) => each.kind === kind).length,
  );
  const last = Math.max(...shorts.map(({ month }) => month));
  if (!balanced || longs.some(({ month }) => month < last)) return Number.POSITIVE_INFINITY;
  const loss = [0, 80, 90, 100, 110, 120, 1000].map((price) =>
    units
      .map(({ kind, long, strike }) => Math.max(kind === 'call' ? price - strike : strike - price, 0) * (long ? -100 : 100))
      .reduce((x, y) => x + y, 0),
  );
  return longs.map(({ value }) => 100 * value).reduce((x, y) => x + y, 0) + Math.max(0, ...loss);
}

function straddle(a: Unit, b: Unit): number {
  if (alone(a) === alone(b)) return alone(a) + 100 * Math.max(a.value, b.value);
  return alone(a) > alone(b) ? alone(a) + 100 * b.value : alone(b) + 100 * a.value;
}

function withStock(longs: readonly Unit[], shorts: readonly Unit[]): number {
  const [put] = longs;
  const [call] = shorts;
  if (longs.length > 1 || shorts.length > 1 || put?.kind === 'call' || call?.kind === 'put') return Number.POSITIVE_INFINITY;
  if (!put && call) return 25 * Math.min(PRICE, call.strike) + 100 * inside(call);
  if (put && !call) return Math.min(10 * put.strike + 100 * outside(put), 25 * PRICE);
  if (!put || !call || put.month !== call.month || put.strike > call.strike) return Number.POSITIVE_INFINITY;
  if (put.strike === call.strike) return 10 * put.strike;
  return Math.min(10 * put.strike + 100 * outside(put), 25 * call.strike);
}

/** The least over every division of the units into strategies: each one joins a block or opens its own. */
function leastOfAll(units: readonly Unit[]): number {
  const blocks: Unit[][] = [];
  const visit = (at: number): number => {
    const next = units[at];
    if (!next) return blocks.map(together).reduce((x, y) => x + y, 0);
    let least = Number.POSITIVE_INFINITY;
    for (const block of [...blocks]) {
      block.push(next);
      least = Math.min(least, visit(at + 1));
      block.pop();
    }
    blocks.push([next]);
    least = Math.min(least, visit(at + 1));
    blocks.pop();
    return least;
  };
  return visit(0);
}

describe('the cheapest pairing', () => {
  it('is the least over every division of up to seven contracts and lots of stock', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 7 }), (units) => {
        expect(amountOf(units)).toBe(leastOfAll(units));
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the order of the positions, the tree included', () => {
    fc.assert(
      fc.property(
        fc
          .array(unit, { minLength: 2, maxLength: 9 })
          .chain((units) =>
            fc.tuple(fc.constant(units.map(positionOf)), fc.shuffledSubarray(units.map(positionOf), { minLength: units.length })),
          ),
        ([given, shuffled]) => {
          expect(JSON.stringify(compute(shuffled).node)).toBe(JSON.stringify(compute(given).node));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is never above a random valid pairing of a larger book', () => {
    fc.assert(
      fc.property(
        fc
          .array(unit, { minLength: 8, maxLength: 14 })
          .chain((units) => fc.tuple(fc.constant(units), fc.array(fc.nat(), { minLength: 14, maxLength: 14 }))),
        ([units, picks]) => {
          const blocks: Unit[][] = [];
          units.forEach((each, i) => {
            const open = blocks.filter((block) => together([...block, each]) < Number.POSITIVE_INFINITY);
            const chosen = open[(picks[i] ?? 0) % (open.length + 1)];
            if (chosen) chosen.push(each);
            else blocks.push([each]);
          });
          expect(amountOf(units)).toBeLessThanOrEqual(blocks.map(together).reduce((x, y) => x + y, 0));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is not raised by the long option of the same series as a short one, beyond what the long one costs', () => {
    // Long options are paid in full (FINRA Rule 4210(f)(2), recalled): that is the most that a hedge may add.
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 6 }), option, (units, each) => {
        const before = amountOf([...units, { ...each, long: false }]);
        const hedged = amountOf([...units, { ...each, long: false }, { ...each, long: true }]);
        expect(hedged).toBeLessThanOrEqual(before + 100 * each.value);
        expect(hedged).toBeLessThanOrEqual(amountOf(units) + 100 * each.value);
      }),
      { numRuns: 40 },
    );
  });

  it('is at most twice as much for twice the positions', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 6 }), (units) => {
        expect(amountOf([...units, ...units])).toBeLessThanOrEqual(2 * amountOf(units));
      }),
      { numRuns: 30 },
    );
  });

  it('gives contributions that add up to the amount', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 10 }), (units) => {
        const { node, contributions } = compute(units.map(positionOf));
        expect([...contributions.values()].reduce((a, b) => a.plus(b)).eq(node.amount)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a book above the limit of one search', () => {
  const strikes = Array.from({ length: 30 }, (_, i) => 50 + 4 * i);
  const positions = strikes.flatMap((strike, i) =>
    (['call', 'put'] as const).map((kind, k) =>
      positionOf({ kind, long: (i + k) % 2 === 0, strike, value: 1 + (i % 7), month: 9 }, 2 * i + k),
    ),
  );

  it('is searched in blocks and says so, no dearer than each option on its own', () => {
    const { node, standalone } = compute(positions);
    expect(node.children[0]?.assumptions[0]).toContain('searched in blocks');
    expect(node.amount.lt([...standalone.values()].reduce((a, b) => a.plus(b)))).toBe(true);
    expect(compute([...positions].reverse()).node.amount.eq(node.amount)).toBe(true);
  });
});

describe('a search that ends at its limit', () => {
  const positions = Array.from({ length: 24 }, (_, i) => {
    const random = (i * 7919 + 104729) % 9973;
    const each: Unit = {
      kind: random % 2 === 0 ? 'call' : 'put',
      long: random % 3 === 0,
      strike: 60 + 5 * (random % 17),
      value: 1 + (random % 11),
      month: 9 + (random % 4),
    };
    const quantity = new Decimal(1 + (random % 37));
    const one = positionOf(each, i);
    return { ...one, quantity, marketValue: one.marketValue?.times(quantity) ?? null, notional: one.notional?.times(quantity) ?? null };
  });

  it('states an amount that no pairing is below', () => {
    const { node } = compute(positions);
    const [, bound = ''] = /none below ([\d.]+)\.$/.exec(node.children[0]?.assumptions[0] ?? '') ?? [];
    expect(bound).not.toBe('');
    expect(node.amount.gte(bound)).toBe(true);
    expect(node.amount.lte(new Decimal(bound).times('1.05'))).toBe(true);
  });
});
