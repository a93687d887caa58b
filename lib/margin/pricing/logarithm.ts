import { FIXED_ONE, type Fixed, FRACTION_BITS, fixedRatio, mulFixed } from './fixed';

/** Odd terms of the series of 2 artanh z. */
const TERMS = 11n;
const TABLE_BITS = 7n;

/** 2 artanh z = ln((1 + z) / (1 − z)), by its series. */
function doubleArtanh(z: Fixed, terms: bigint): Fixed {
  const square = mulFixed(z, z);
  let sum = 0n;
  for (let n = 2n * terms + 1n; n >= 1n; n -= 2n) sum = mulFixed(sum, square) + FIXED_ONE / n;
  return 2n * mulFixed(sum, z);
}

/** ln 2 = 2 artanh(1/3). */
export const LN_2: Fixed = doubleArtanh(fixedRatio(1n, 3n), 60n);

const CENTRES = new Map<bigint, Fixed>();

/** Logarithm of the middle of the j-th of 128 parts of [1, 2). */
function lnOfCentre(j: bigint, centre: Fixed): Fixed {
  const known = CENTRES.get(j);
  if (known !== undefined) return known;
  const value = doubleArtanh(((centre - FIXED_ONE) << FRACTION_BITS) / (centre + FIXED_ONE), 60n);
  CENTRES.set(j, value);
  return value;
}

/**
 * The natural logarithm: with x = 2^e × m, 1 ≤ m < 2, and c the middle of the part of [1, 2) that m is in, it is e ln 2 + ln c (kept in a table) +
 * 2 artanh((m − c) / (m + c)). Throws RangeError for what is not above 0.
 */
export function lnFixed(x: Fixed): Fixed {
  if (x <= 0n) throw new RangeError('The logarithm needs a number above 0.');
  const exponent = bitLength(x) - 1n - FRACTION_BITS;
  const mantissa = exponent >= 0n ? x >> exponent : x << -exponent;
  const j = (mantissa - FIXED_ONE) >> (FRACTION_BITS - TABLE_BITS);
  const centre = FIXED_ONE + ((2n * j + 1n) << (FRACTION_BITS - TABLE_BITS - 1n));
  const z = ((mantissa - centre) << FRACTION_BITS) / (mantissa + centre);
  // The bits that the mantissa lost for a large number are below the last bit of the result.
  return exponent * LN_2 + lnOfCentre(j, centre) + doubleArtanh(z, TERMS);
}

function bitLength(x: bigint): bigint {
  const hex = x.toString(16);
  const top = Number.parseInt(hex[0] ?? '0', 16);
  return BigInt((hex.length - 1) * 4 + (32 - Math.clz32(top)));
}

const REMEMBERED = new Map<Fixed, Fixed>();
const MOST_REMEMBERED = 4096;

/** The logarithm of a price that many options share: kept, so that it is computed once. */
export function lnRemembered(x: Fixed): Fixed {
  const known = REMEMBERED.get(x);
  if (known !== undefined) return known;
  if (REMEMBERED.size >= MOST_REMEMBERED) REMEMBERED.clear();
  const value = lnFixed(x);
  REMEMBERED.set(x, value);
  return value;
}
