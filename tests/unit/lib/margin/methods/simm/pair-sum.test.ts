import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, ONE, ZERO } from '@/lib/core/decimal';
import { bucketVariance } from '@/lib/margin/methods/simm/bucket-factors';
import { pairSum } from '@/lib/margin/methods/simm/pair-sum';

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((cents) => new Decimal(cents).div(100));
const concentration = fc.oneof(
  fc.constant(ONE),
  fc.integer({ min: 100, max: 5000 }).map((hundredths) => new Decimal(hundredths).div(100)),
);
const factor = fc.record({ base: amount, concentration, group: fc.constantFrom('a', 'b', 'c') });
const bucket = fc.array(factor, { maxLength: 25 });

/** Σ over all pairs, one by one, as the formula is written: WS = base × CR, f = min(CR) ÷ max(CR). */
function plainPairs(
  factors: readonly { base: Decimal; concentration: Decimal; group: string }[],
  rho: (a: string, b: string) => Decimal,
): Decimal {
  let total = ZERO;
  factors.forEach((one, i) => {
    factors.forEach((other, j) => {
      if (i === j) return;
      const [a, b] = [one.concentration.sqrt(), other.concentration.sqrt()];
      const f = Decimal.min(a, b).div(Decimal.max(a, b));
      total = total.plus(one.base.times(a).times(other.base.times(b)).times(f).times(rho(one.group, other.group)));
    });
  });
  return total;
}

const near = (a: Decimal, b: Decimal) => a.minus(b).abs().lte(new Decimal('1e-18'));

describe('sums over pairs', () => {
  it('with one CR are (Σ)² − Σ of squares', () => {
    const factors = ['3', '-5', '7'].map((base) => ({ base: new Decimal(base), concentration: new Decimal(4) }));
    // 2 × 4 × (3 × −5 + 3 × 7 + −5 × 7)
    expect(pairSum(factors).toString()).toBe('-232');
  });

  it('with two CR take the smaller over the larger', () => {
    const factors = [
      { base: new Decimal(10), concentration: new Decimal(4) },
      { base: new Decimal(3), concentration: new Decimal(9) },
    ];
    // 2 × (10 × 2) × (3 × 3) × 2/3
    expect(pairSum(factors).toString()).toBe('240');
  });

  it('in one pass agree with the plain double loop, on random buckets', () => {
    fc.assert(
      fc.property(bucket, (factors) =>
        near(
          pairSum(factors),
          plainPairs(factors, () => ONE),
        ),
      ),
    );
  });

  it('of groups agree with the plain double loop, on random buckets', () => {
    const across = new Decimal('0.27');
    const within = new Decimal('0.82');
    fc.assert(
      fc.property(bucket, (factors) => {
        let squares = ZERO;
        for (const { base, concentration: squared } of factors) squares = squares.plus(base.times(base).times(squared));
        const plain = squares.plus(plainPairs(factors, (a, b) => (a === b ? within : across)));
        return near(bucketVariance(factors, { across, within: () => within }), plain);
      }),
    );
  });
});
