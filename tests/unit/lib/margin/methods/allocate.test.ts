import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { allocate } from '@/lib/margin/methods/allocate';

const decimals = (...values: (string | number)[]) => values.map((value) => new Decimal(value));
const texts = (values: readonly Decimal[]) => values.map(String);

describe('an amount split over weights', () => {
  it('gives each its proportion', () => {
    expect(texts(allocate(new Decimal('60'), decimals(1, 2, 3)))).toEqual(['10', '20', '30']);
  });

  it('gives what rounding leaves to the largest weight', () => {
    expect(texts(allocate(new Decimal('100'), decimals(1, 1, 1)))).toEqual(['33.3333333334', '33.3333333333', '33.3333333333']);
    expect(texts(allocate(new Decimal('100'), decimals(1, 4, 1)))).toEqual(['16.6666666667', '66.6666666666', '16.6666666667']);
  });

  it('gives everything to the first where all weights are 0', () => {
    expect(texts(allocate(new Decimal('7'), decimals(0, 0)))).toEqual(['7', '0']);
  });

  it('returns the weights, or their negatives, where they are the amount', () => {
    const thirds = decimals('0.33333333333333', '0.66666666666667');
    expect(texts(allocate(new Decimal('1'), thirds))).toEqual(texts(thirds));
    expect(texts(allocate(new Decimal('-1'), thirds))).toEqual(['-0.33333333333333', '-0.66666666666667']);
  });

  it('adds up to the amount exactly, whatever the weights', () => {
    const amount = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((n) => new Decimal(n.toString()).div(1000));
    const weight = fc.bigInt({ min: 0n, max: 10n ** 15n }).map((n) => new Decimal(n.toString()).div(7));
    fc.assert(
      fc.property(amount, fc.array(weight, { minLength: 1, maxLength: 12 }), (total, weights) => {
        expect(sumDecimals(allocate(total, weights)).eq(total)).toBe(true);
      }),
    );
  });
});
