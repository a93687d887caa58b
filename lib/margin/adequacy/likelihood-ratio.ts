import { Decimal, ONE, ZERO } from '@/lib/core/decimal';
import type { TestResult } from '../report/adequacy-report';
import { chiSquareTail } from './chi-square';

/** A test is rejected where its p-value is below this. */
const SIGNIFICANCE = new Decimal('0.05');
/** Places of a statistic, rounded HALF_UP. */
const PLACES = 20;

/** How often a day without and with an exceedance (first digit) was followed by a day without and with one (second digit). */
export interface Transitions {
  readonly n00: number;
  readonly n01: number;
  readonly n10: number;
  readonly n11: number;
}

/**
 * Kupiec's proportion of failures (1995): -2 ln of the likelihood of the exceedances at the expected rate over that at the rate seen; one degree of
 * freedom. `rate` is the expected share of exceedances, above 0 and below 1.
 */
export function kupiecStatistic(exceedances: number, scenarios: number, rate: Decimal): Decimal {
  const seen = new Decimal(exceedances).div(scenarios);
  return likelihoodRatio([
    { count: scenarios - exceedances, expected: ONE.minus(rate), seen: ONE.minus(seen) },
    { count: exceedances, expected: rate, seen },
  ]);
}

/**
 * Christoffersen's independence (1998): whether an exceedance is as likely after one as after none; one degree of freedom. Null where there are no
 * exceedances with a day after them, or on every day: then nothing can be told.
 */
export function independenceStatistic({ n00, n01, n10, n11 }: Transitions): Decimal | null {
  if (n10 + n11 === 0 || n00 + n01 === 0) return null;
  const overall = new Decimal(n01 + n11).div(n00 + n01 + n10 + n11);
  const after0 = new Decimal(n01).div(n00 + n01);
  const after1 = new Decimal(n11).div(n10 + n11);
  return likelihoodRatio([
    { count: n00, expected: ONE.minus(overall), seen: ONE.minus(after0) },
    { count: n01, expected: overall, seen: after0 },
    { count: n10, expected: ONE.minus(overall), seen: ONE.minus(after1) },
    { count: n11, expected: overall, seen: after1 },
  ]);
}

/** Counts what followed what in a series of exceedances. */
export function transitionsOf(exceeded: readonly boolean[]): Transitions {
  const counts = { n00: 0, n01: 0, n10: 0, n11: 0 };
  for (let i = 1; i < exceeded.length; i += 1) counts[`n${exceeded[i - 1] ? 1 : 0}${exceeded[i] ? 1 : 0}`] += 1;
  return counts;
}

/** A statistic with its p-value. */
export function testResult(statistic: Decimal, degreesOfFreedom: 1 | 2): TestResult {
  const pValue = chiSquareTail(statistic, degreesOfFreedom);
  return {
    statistic: statistic.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP).toString(),
    degreesOfFreedom,
    pValue: pValue.toString(),
    rejected: pValue.lt(SIGNIFICANCE),
  };
}

/** 2 Σ count × ln(seen ÷ expected), where a count of 0 adds nothing. What rounding leaves below 0 is 0. */
function likelihoodRatio(terms: readonly { readonly count: number; readonly expected: Decimal; readonly seen: Decimal }[]): Decimal {
  const sum = terms.reduce<Decimal>(
    (total, { count, expected, seen }) => (count === 0 || seen.eq(expected) ? total : total.plus(seen.div(expected).ln().times(count))),
    ZERO,
  );
  return Decimal.max(sum.times(2), ZERO);
}
