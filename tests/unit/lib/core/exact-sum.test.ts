import { Decimal as DecimalJs } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal, sumDecimals } from '@/lib/core/decimal';

const Wide = DecimalJs.clone({ precision: 400, toExpNeg: -9e15, toExpPos: 9e15 });
const naive = (values: readonly Decimal[]) => values.reduce<DecimalJs>((sum, value) => Wide.add(sum, value), new Wide(0)).toString();
const decimal = fc
  .tuple(fc.bigInt(-(10n ** 45n), 10n ** 45n), fc.integer({ min: -60, max: 20 }))
  .map(([digits, exponent]) => new Decimal(`${digits}e${exponent}`));
const sum = (...texts: string[]) => sumDecimals(texts.map((text) => new Decimal(text))).toString();

describe('the sum of decimals', () => {
  it('is exact: as adding them with 400 digits', () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 30 }), (values) => {
        expect(sumDecimals(values).toString()).toBe(naive(values));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(decimal, { maxLength: 30 }), (values) => {
        expect(sumDecimals([...values].reverse()).eq(sumDecimals(values))).toBe(true);
      }),
    );
  });

  it.each<[string[], string]>([
    [[], '0'],
    [['1.5'], '1.5'],
    [['0.1', '0.2'], '0.3'],
    [['9999999', '1'], '10000000'],
    [['-9999999', '-1'], '-10000000'],
    [['10000000', '-0.0000001'], '9999999.9999999'],
    [['1e30', '-1e30', '1e-30'], '0.000000000000000000000000000001'],
    [['5', '-5'], '0'],
    [['-0.5', '0.25'], '-0.25'],
  ])('of %j is %s', (values, total) => {
    expect(sum(...values)).toBe(total);
  });

  it('takes any iterable, and carries what is not finite', () => {
    expect(sumDecimals(new Set([new Decimal(1), new Decimal(2)])).toString()).toBe('3');
    expect(sum('NaN', '1')).toBe('NaN');
    expect(sum('Infinity', '1')).toBe('Infinity');
  });

  it('is no negative zero', () => {
    expect(sumDecimals([new Decimal(-5), new Decimal(5)]).isNegative()).toBe(false);
  });
});
