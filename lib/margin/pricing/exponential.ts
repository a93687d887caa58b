import { FIXED_ONE, type Fixed, FRACTION_BITS, fixedRatio, mulFixed } from './fixed';
import { LN_2 } from './logarithm';

/** Steps of the table of e^(j/128); what is left is at most 1/256, where 18 terms reach the last bit. */
const STEP_BITS = 7n;
const STEP = FIXED_ONE >> STEP_BITS;
const TERMS = 18;

/** 1/n! for n from 0. */
const INVERSE_FACTORIALS: readonly Fixed[] = inverseFactorials();
const POWERS = new Map<bigint, Fixed>();

function inverseFactorials(): Fixed[] {
  const values: Fixed[] = [FIXED_ONE];
  for (let n = 1n; n <= 60n; n += 1n) values.push((values[Number(n) - 1] ?? 0n) / n);
  return values;
}

/** e to the power of x: with x = k ln 2 + j/128 + h, it is 2^k × e^(j/128) (kept in a table) × the series of e^h. */
export function expFixed(x: Fixed): Fixed {
  const k = roundQuotient(x, LN_2);
  const rest = x - k * LN_2;
  const j = roundQuotient(rest, STEP);
  const result = mulFixed(power(j), series(rest - j * STEP, TERMS));
  return k >= 0n ? result << k : result >> -k;
}

function roundQuotient(a: Fixed, b: Fixed): bigint {
  const doubled = 2n * a + b;
  const quotient = doubled / (2n * b);
  return doubled < 0n && quotient * 2n * b !== doubled ? quotient - 1n : quotient;
}

function power(j: bigint): Fixed {
  const known = POWERS.get(j);
  if (known !== undefined) return known;
  const value = series(fixedRatio(j, 1n << STEP_BITS), 60);
  POWERS.set(j, value);
  return value;
}

function series(h: Fixed, terms: number): Fixed {
  let sum = INVERSE_FACTORIALS[terms] ?? 0n;
  for (let n = terms - 1; n >= 0; n -= 1) sum = (INVERSE_FACTORIALS[n] ?? 0n) + ((sum * h) >> FRACTION_BITS);
  return sum;
}
