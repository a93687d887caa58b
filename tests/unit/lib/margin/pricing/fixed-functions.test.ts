import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '@/lib/core/decimal';
import { expFixed } from '@/lib/margin/pricing/exponential';
import { fixedToDecimal, fixedToDouble, toFixedPoint } from '@/lib/margin/pricing/fixed';
import { lnFixed } from '@/lib/margin/pricing/logarithm';
import { normalCdf } from '@/lib/margin/pricing/normal-distribution';
import { sqrtFixed } from '@/lib/margin/pricing/square-root';

const Wide = Decimal.clone({ precision: 80 });
const PLACES = 48n;
/** 10^-44 of the value, or of 1 where that is larger. */
const close = (found: bigint, expected: Decimal) => {
  const error = new Wide(fixedToDecimal(found, PLACES)).minus(expected).abs();
  return error.lte(Wide.max(expected.abs(), 1).times('1e-44'));
};
const number = (least: string, most: string) =>
  fc.bigInt(BigInt(least) * 10n ** 12n, BigInt(most) * 10n ** 12n).map((digits) => new Wide(digits.toString()).div(new Wide(10).pow(12)));

/** Φ by the series of the error function in decimals, another way than the tables of the module. */
function cdfByDecimals(x: Decimal): Decimal {
  let term: Decimal = new Wide(x);
  let sum: Decimal = term;
  for (let k = 1; k < 900 && !term.isZero(); k += 1) {
    term = term
      .times(x)
      .times(x)
      .div(2 * k + 1);
    sum = sum.plus(term);
    if (term.abs().lt('1e-75')) break;
  }
  const pi = new Wide('3.14159265358979323846264338327950288419716939937510582097494459230781640628620899');
  return sum.times(new Wide(x).times(x).div(-2).exp()).div(pi.times(2).sqrt()).plus('0.5');
}

describe('functions in fixed point', () => {
  it.each([
    ['e', expFixed(toFixedPoint(new Decimal(1))), '2.718281828459045235360287471352662497757247'],
    ['ln 2', lnFixed(toFixedPoint(new Decimal(2))), '0.6931471805599453094172321214581765680755'],
    ['ln 10', lnFixed(toFixedPoint(new Decimal(10))), '2.302585092994045684017991454684364207601101'],
    ['the root of 2', sqrtFixed(toFixedPoint(new Decimal(2))), '1.414213562373095048801688724209698078569672'],
    ['Φ(1)', normalCdf(toFixedPoint(new Decimal(1))), '0.841344746068542948585232545632037922477913'],
    ['Φ(2)', normalCdf(toFixedPoint(new Decimal(2))), '0.977249868051820792799717362833466562528224'],
    ['Φ(-1.5)', normalCdf(toFixedPoint(new Decimal('-1.5'))), '0.066807201268858066004494040979886079522895'],
    ['Φ(0)', normalCdf(0n), '0.5'],
    ['Φ far above', normalCdf(toFixedPoint(new Decimal(40))), '1'],
    ['Φ far below', normalCdf(toFixedPoint(new Decimal(-40))), '0'],
  ])('%s has its published value to 42 places', (_name, found, expected) => {
    expect(fixedToDecimal(found, 42n).toString()).toBe(expected);
  });

  it('exponential, logarithm and root agree with decimal.js to 44 digits', () => {
    fc.assert(
      fc.property(number('-60', '40'), (x) => {
        expect(close(expFixed(toFixedPoint(x)), new Wide(x).exp())).toBe(true);
      }),
    );
    fc.assert(
      fc.property(number('0', '1000000'), (x) => {
        fc.pre(x.gt('1e-6'));
        expect(close(lnFixed(toFixedPoint(x)), new Wide(x).ln())).toBe(true);
        expect(close(sqrtFixed(toFixedPoint(x)), new Wide(x).sqrt())).toBe(true);
      }),
    );
  });

  it('the normal distribution agrees with its series in decimals to 44 digits', () => {
    fc.assert(
      fc.property(number('-9', '9'), (x) => {
        expect(close(normalCdf(toFixedPoint(x)), cdfByDecimals(x))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses what has no value', () => {
    expect(() => lnFixed(0n)).toThrow(RangeError);
    expect(() => sqrtFixed(-1n)).toThrow(RangeError);
  });

  it('gives the nearest double', () => {
    for (const text of ['0.1', '-123456.789', '1e-20', '40'])
      expect(fixedToDouble(toFixedPoint(new Decimal(text)))).toBeCloseTo(Number(text), 14);
    expect(fixedToDouble(toFixedPoint(new Decimal('0.1')))).toBe(0.1);
  });
});
