import { Decimal } from '@/lib/core/decimal';

/**
 * A number as a whole multiple of 2^-160 (48 decimal places), for the functions that option pricing needs. Whole-number arithmetic gives the same result
 * on every machine, which Math.exp, Math.log and Math.pow do not. Functions of this folder are right to at least 10^-44 of their result's size or of 1,
 * whichever is larger.
 */
export type Fixed = bigint;

export const FRACTION_BITS = 160n;
export const FIXED_ONE: Fixed = 1n << FRACTION_BITS;

const HALF = 1n << (FRACTION_BITS - 1n);

/** Product, rounded down at the last bit. */
export function mulFixed(a: Fixed, b: Fixed): Fixed {
  return (a * b) >> FRACTION_BITS;
}

/** Quotient, rounded toward 0 at the last bit. Throws RangeError for a divisor of 0. */
export function divFixed(a: Fixed, b: Fixed): Fixed {
  return (a << FRACTION_BITS) / b;
}

/** A whole fraction as a fixed-point number. */
export function fixedRatio(numerator: bigint, denominator: bigint): Fixed {
  return (numerator << FRACTION_BITS) / denominator;
}

/** A decimal, rounded toward 0 at the last bit. */
export function toFixedPoint(value: Decimal): Fixed {
  const text = value.toFixed();
  const dot = text.indexOf('.');
  if (dot === -1) return BigInt(text) << FRACTION_BITS;
  const places = text.length - dot - 1;
  return fixedRatio(BigInt(text.slice(0, dot) + text.slice(dot + 1)), 10n ** BigInt(places));
}

/** The number in whole units of 10^-places, rounded half up. */
export function fixedToUnits(value: Fixed, places: bigint): bigint {
  return (value * 10n ** places + HALF) >> FRACTION_BITS;
}

/** Whole units of 10^-places as an exact decimal. */
export function unitsToDecimal(units: bigint, places: bigint): Decimal {
  return new Decimal(`${units}e-${places}`);
}

/** The number as a decimal, rounded half up to so many places. */
export function fixedToDecimal(value: Fixed, places: bigint): Decimal {
  return unitsToDecimal(fixedToUnits(value, places), places);
}

const DOUBLE_SCALE = 2 ** -160;

/** The nearest double: Number of a whole number is correctly rounded, and a power of two only moves the exponent. */
export function fixedToDouble(value: Fixed): number {
  return Number(value) * DOUBLE_SCALE;
}
