import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The one decimal type of the program: 40 significant digits, HALF_UP, never exponential notation.
 * Money and ratios are values of this clone in the domain and plain decimal strings at every edge.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
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
 * Values of up to 60 digits each are added without rounding.
 */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let total: Decimal = new Exact(0);
  for (const value of values) total = Exact.add(total, value);
  return new Decimal(total);
}

const Exact = DecimalJs.clone({ precision: 140, toExpNeg: -9e15, toExpPos: 9e15 });
