import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { closeShares } from '@/lib/margin/methods/close-shares';

const decimals = (...texts: string[]) => texts.map((text) => new Decimal(text));

describe('shares that add up but for rounding', () => {
  it('are rounded to ten places, and the largest in size takes what is left', () => {
    const shares = closeShares(new Decimal(1), decimals('1.33333333333333', '-0.99999999999999', '0.66666666666666'));
    expect(shares.map(String)).toEqual(['1.3333333333', '-1', '0.6666666667']);
  });

  it('of one are the amount, and of none nothing', () => {
    expect(closeShares(new Decimal('0.123456789012'), decimals('0.1')).map(String)).toEqual(['0.123456789012']);
    expect(closeShares(new Decimal(0), [])).toEqual([]);
  });

  it('add up exactly, and none but the largest moves by more than rounding', () => {
    const share = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((n) => new Decimal(n).div(7));
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 40 }), (shares) => {
        const amount = sumDecimals(shares);
        const closed = closeShares(amount, shares);
        expect(sumDecimals(closed).toString()).toBe(amount.toString());
        const moved = closed.filter((each, i) => each.minus(shares[i]!).abs().gt('0.00000000005'));
        expect(moved.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
