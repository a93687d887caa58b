import { Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { type ExactVector, fromUnits, toUnits } from '../evidence/loss-vector';
import type { AdequacyRow, TestResult } from '../report/adequacy-report';
import { independenceStatistic, kupiecStatistic, testResult, transitionsOf } from './likelihood-ratio';
import { type AmountOnDay, procyclicality } from './procyclicality';

const MOST_NAMED = 50;
const MOST_STRESS = 10;
/** Places of a cover, rounded HALF_UP. */
const COVER_PLACES = 12;

/** A portfolio, its losses in every scenario and what is required for it. */
export interface AdequacyCase {
  readonly key: string;
  readonly label: string;
  readonly requirement: Decimal;
  readonly losses: ExactVector;
  /** True where the losses are listed in the row. */
  readonly listed: boolean;
}

/** What the losses are of: the last scenario of each, and how many each runs over. */
export interface LossWindows {
  readonly names: readonly string[];
  readonly dated: boolean;
  readonly lossDays: number;
}

/** The requirement on each day of a history, or the sentence why there is none. */
export type AmountsOverTime = readonly AmountOnDay[] | { readonly missing: string };

/** Sets a requirement against the losses of the scenarios. A loss above it exceeds; one equal to it is covered. */
export function adequacyRow(
  { key, label, requirement, losses, listed }: AdequacyCase,
  { names, dated, lossDays }: LossWindows,
  level: Decimal,
  history: AmountsOverTime,
): AdequacyRow {
  // the largest whole number of units that is covered: the scale of losses may be coarser than the requirement
  const covered = toUnits(requirement.times(new Decimal(10).pow(losses.scale)).floor(), 0);
  const exceeded = losses.values.map((loss) => loss > covered);
  const order = largestFirst(losses.values);
  const worst = losses.values[order[0] ?? -1];
  // losses that share days are no independent trials: every lossDays-th from the last on is
  const apart = exceeded.filter((_, i) => (exceeded.length - 1 - i) % lossDays === 0);
  const tests = coverageTests(apart, dated, level);
  const moved = 'missing' in history ? { value: null, note: history.missing } : procyclicality(history);
  return {
    key,
    label,
    requirement: requirement.toString(),
    exceedances: exceeded.filter(Boolean).length,
    expected: ONE.minus(level).times(names.length).toString(),
    exceedingScenarios: names.filter((_, i) => exceeded[i]).slice(0, MOST_NAMED),
    ...tests,
    stress: order.slice(0, MOST_STRESS).map((i) => {
      const loss = fromUnits(losses.values[i] ?? 0n, losses.scale);
      const cover = loss.gt(0) ? requirement.div(loss).toDecimalPlaces(COVER_PLACES, Decimal.ROUND_HALF_UP).toString() : null;
      return { scenario: names[i] ?? '', loss: loss.toString(), cover };
    }),
    worstShortfall: (worst === undefined
      ? ZERO
      : Decimal.max(sumDecimals([fromUnits(worst, losses.scale), requirement.neg()]), ZERO)
    ).toString(),
    procyclicality: moved.value,
    procyclicalityNote: moved.note,
    losses: listed ? losses.values.map((loss) => fromUnits(loss, losses.scale).toString()) : null,
  };
}

/** Scenarios by loss, the largest first; of equal ones the first in the file first. */
function largestFirst(losses: readonly bigint[]): number[] {
  return losses
    .map((loss, i) => ({ loss, i }))
    .sort((a, b) => (a.loss > b.loss ? -1 : a.loss < b.loss ? 1 : a.i - b.i))
    .map(({ i }) => i);
}

type CoverageTests = Pick<AdequacyRow, 'kupiec' | 'christoffersen' | 'conditionalCoverage' | 'testNote'>;

function coverageTests(exceeded: readonly boolean[], dated: boolean, level: Decimal): CoverageTests {
  const none = { kupiec: null, christoffersen: null, conditionalCoverage: null };
  if (exceeded.length === 0) return { ...none, testNote: 'There are no scenarios to test with.' };
  const pof = kupiecStatistic(exceeded.filter(Boolean).length, exceeded.length, ONE.minus(level));
  const kupiec: TestResult = testResult(pof, 1);
  if (!dated)
    return {
      ...none,
      kupiec,
      testNote:
        'The scenarios are no days in order of time, so nothing is said about exceedances that follow each other; the share of exceedances means something only if each scenario is as likely as the next.',
    };
  const independence = independenceStatistic(transitionsOf(exceeded));
  if (independence === null)
    return {
      ...none,
      kupiec,
      testNote: 'No day follows an exceedance, or every day is one: whether exceedances follow each other cannot be told.',
    };
  return {
    kupiec,
    christoffersen: testResult(independence, 1),
    conditionalCoverage: testResult(pof.plus(independence), 2),
    testNote: null,
  };
}
