import { expFixed } from './exponential';
import { divFixed, FIXED_ONE, type Fixed, FRACTION_BITS, fixedRatio, mulFixed } from './fixed';
import { sqrtFixed } from './square-root';

/** Steps of 1/128 between the points that the series are about; within a whole step 19 terms reach the last bit, within half a step 17. */
const STEP_BITS = 7n;
const TERMS = 19;
const TERMS_NEAR = 17;
/** Beyond 15 the tail is below the last bit. */
const LAST = 15n << STEP_BITS;

const PI = fixedRatio(314159265358979323846264338327950288419716939937510582097494459n, 10n ** 62n);
const INVERSE_ROOT_TWO_PI: Fixed = divFixed(FIXED_ONE, sqrtFixed(2n * PI));

/** Coefficients of the series about j/128, from j = 0 on; made as far as they were needed. */
const SERIES: Fixed[][] = [];

/** The density: e^(−x²/2) / √(2π). */
function normalDensity(x: Fixed): Fixed {
  return mulFixed(expFixed(-mulFixed(x, x) >> 1n), INVERSE_ROOT_TWO_PI);
}

/**
 * The cumulative normal distribution, by its series about the nearest multiple of 1/128. With a_n the coefficients of the density φ, φ′ = −xφ gives
 * (n + 1) a_(n+1) = −(x a_n + a_(n−1)); the value at each multiple follows from the one before, from 1/2 at 0 on.
 */
export function normalCdf(x: Fixed): Fixed {
  if (x < 0n) return FIXED_ONE - normalCdf(-x);
  const j = (x + (FIXED_ONE >> (STEP_BITS + 1n))) >> (FRACTION_BITS - STEP_BITS);
  if (j >= LAST) return FIXED_ONE;
  return evaluate(coefficients(Number(j)), x - (j << (FRACTION_BITS - STEP_BITS)), TERMS_NEAR);
}

function coefficients(j: number): readonly Fixed[] {
  for (let i = SERIES.length; i <= j; i += 1) {
    const before = SERIES[i - 1];
    SERIES.push(
      seriesAbout(BigInt(i) << (FRACTION_BITS - STEP_BITS), before ? evaluate(before, FIXED_ONE >> STEP_BITS, TERMS) : FIXED_ONE >> 1n),
    );
  }
  return SERIES[j] ?? [];
}

function seriesAbout(x: Fixed, value: Fixed): Fixed[] {
  const series = [value];
  let before = 0n;
  let now = normalDensity(x);
  for (let n = 0n; n < BigInt(TERMS); n += 1n) {
    series.push(now / (n + 1n));
    [before, now] = [now, -(mulFixed(x, now) + before) / (n + 1n)];
  }
  return series;
}

function evaluate(series: readonly Fixed[], h: Fixed, terms: number): Fixed {
  let sum = series[terms] ?? 0n;
  for (let n = terms - 1; n >= 0; n -= 1) sum = (series[n] ?? 0n) + ((sum * h) >> FRACTION_BITS);
  return sum;
}
