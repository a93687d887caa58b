import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal, sumDecimals } from '@/lib/core/decimal';
import { ExactSum } from '@/lib/margin/methods/simm/exact-sum';

const sumOf = (texts: readonly string[], absolute = false) => {
  const sum = new ExactSum();
  for (const text of texts) sum.add(text, absolute);
  return sum.value().toString();
};

describe('an exact sum', () => {
  it.each([
    [['0.1', '0.2'], '0.3'],
    [['-1234.50', '+0.5', '.25', '7.'], '-1226.75'],
    [['123456789012345678901234567890.123456789012', '-0.000000000001'], '123456789012345678901234567890.123456789011'],
    [['999999999999999', '999999999999999', '999999999999999', '999999999999999', '999999999999999'], '4999999999999995'],
    [[], '0'],
  ])('of %j is %s', (texts, expected) => {
    expect(sumOf(texts)).toBe(expected);
  });

  it('leaves signs out where it is asked to', () => {
    expect(sumOf(['-1.5', '2', '-12345678901234567890'], true)).toBe('12345678901234567893.5');
  });

  it('equals the decimal sum, in every order', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => `${digits}.${'0'.repeat(places)}5`);
    fc.assert(
      fc.property(fc.array(amount), (texts) => {
        const expected = sumDecimals(texts.map((text) => parseDecimal(text)!)).toString();
        return sumOf(texts) === expected && sumOf([...texts].reverse()) === expected;
      }),
    );
  });
});
