import { Decimal as DecimalJs } from 'decimal.js';
import { exactSum, spannedDigits } from './exact-sum';

const PRECISION = 40;

/**
 * The one decimal type of the program: 40 significant digits, HALF_UP, never exponential notation.
 * Money and ratios are values of this clone in the domain and plain decimal strings at every edge.
 */
export const Decimal = DecimalJs.clone({
  precision: PRECISION,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = DecimalJs;

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

const PLAIN_DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** A decimal written in plain digits ("-1234.50"); null for anything else, exponents, NaN and infinities included. */
export function parseDecimal(text: string): Decimal | null {
  return PLAIN_DECIMAL.test(text) && text.length <= 60 ? new Decimal(text) : null;
}

/**
 * The exact sum: additions carry as many digits as the operands need, so the order of the values never changes it.
 */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  const list = Array.isArray(values) ? (values as readonly Decimal[]) : [...values];
  const [first, second] = list;
  if (first === undefined) return ZERO;
  if (second === undefined) return first;
  return list.length === 2 && spannedDigits(list) < PRECISION ? first.plus(second) : new Decimal(exactSum(list));
}
