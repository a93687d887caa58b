import { ONE } from '@/lib/core/decimal';
import { failure, type Result, success } from '@/lib/core/result';
import type { PnlVectors } from '../../evidence/pnl-vectors';
import { isCalendarDate } from '../../portfolio/calendar-date';
import type { VarSettings } from './var-settings';

/**
 * Scenarios that one amount is computed from. Where `days` is above 1 each stands for the sum of that many days, of which it is the last. Weights are
 * whole numbers, `total` their sum; null where all are 1.
 */
export interface VarWindow {
  readonly ends: Int32Array;
  readonly days: number;
  readonly weights: Float64Array | null;
  readonly total: number;
}

export interface VarWindows {
  readonly current: VarWindow;
  readonly stressed: VarWindow | null;
  readonly floor: VarWindow | null;
}

/** A weight is kept to so many places of the newest day's, rounded HALF_UP: their sum stays a whole number that a double holds. */
const WEIGHT_PLACES = 10;
const MOST_SCENARIOS = 100_000;
const STRESS_NAME = /^stress/i;

/** The scenarios that count as the history, both counted, when a requirement is computed as of an earlier day. */
export interface HistorySpan {
  /** Where a look-back of all begins; a look-back of so many scenarios may reach before it. */
  readonly first: number;
  readonly last: number;
}

/**
 * Cuts the windows that the settings ask for, from the whole history unless a span of it is given. Fails with a sentence where the scenarios cannot give
 * them: they are never silently shortened.
 */
export function varWindows(
  { scenarios, dated }: Pick<PnlVectors, 'scenarios' | 'dated'>,
  settings: VarSettings,
  { first, last }: HistorySpan = { first: 0, last: scenarios.length - 1 },
): Result<VarWindows, string> {
  const { horizonDays, lookBack, decay, stressed, floor } = settings;
  const days = settings.scaled ? 1 : horizonDays;
  if (scenarios.length > MOST_SCENARIOS) return failure(`There are ${scenarios.length} scenarios; at most ${MOST_SCENARIOS} are used.`);
  if (!dated) {
    const needs = [
      days > 1 && 'sums over consecutive days',
      lookBack > 0 && 'a look-back',
      decay !== null && 'exponential weights',
      stressed?.kind === 'period' && 'a stressed period',
      floor?.kind === 'share' && floor.lookBack > 0 && 'a look-back of the floor',
    ].find((need) => need !== false);
    if (needs !== undefined) return failure(`The scenarios are not dates, so they have no order in time, which ${needs} would need.`);
  } else if (stressed?.kind === 'named')
    return failure('The scenarios are dates, so none is named as a stressed one; give the stressed period by its days.');

  const ordinary: number[] = [];
  const named: number[] = [];
  for (let i = 0; i <= last; i += 1) (stressed?.kind === 'named' && STRESS_NAME.test(scenarios[i] ?? '') ? named : ordinary).push(i);
  const current = recent(ordinary, first, lookBack, days, 'look-back');
  if (!current.ok) return current;
  const long = floor?.kind === 'share' ? recent(ordinary, first, floor.lookBack, days, 'look-back of the floor') : null;
  if (long !== null && !long.ok) return long;
  let stress: number[] | null = null;
  if (stressed?.kind === 'named') {
    if (named.length === 0) return failure('No scenario has a name that begins with "stress".');
    stress = named;
  } else if (stressed?.kind === 'period') {
    const { from, to } = stressed;
    if (!isCalendarDate(from) || !isCalendarDate(to) || from > to)
      return failure('A stressed period has a first and a last day, written yyyymmdd, the first not after the last.');
    // the period may lie outside the span: a rule that names it knows it
    const within = scenarios.flatMap((name, i) => (name >= from && name <= to ? [i] : []));
    stress = within.slice(days - 1);
    if (stress.length === 0) return failure(`The scenarios hold fewer than ${days} day${days === 1 ? '' : 's'} from ${from} to ${to}.`);
  }
  return success({
    current: weighted(current.value, days, decay),
    stressed: stress === null ? null : weighted(stress, days, null),
    floor: long === null ? null : weighted(long.value, days, null),
  });
}

function recent(scenarios: readonly number[], first: number, count: number, days: number, what: string): Result<number[], string> {
  if (count > scenarios.length) return failure(`The ${what} asks for ${count} scenarios, and there are ${scenarios.length}.`);
  const used = count === 0 ? scenarios.filter((at) => at >= first) : scenarios.slice(scenarios.length - count);
  if (used.length < days) return failure(`Sums over ${days} days need as many scenarios, and there are ${used.length}.`);
  return success(used.slice(days - 1));
}

function weighted(ends: readonly number[], days: number, decay: VarSettings['decay']): VarWindow {
  const window = { ends: Int32Array.from(ends), days };
  if (decay === null) return { ...window, weights: null, total: ends.length };
  const weights = new Float64Array(ends.length);
  let weight = ONE;
  let total = 0;
  for (let i = ends.length - 1; i >= 0; i -= 1) {
    // whole numbers below 2^53, so the doubles are exact
    weights[i] = weight
      .times(10 ** WEIGHT_PLACES)
      .round()
      .toNumber();
    total += weights[i] as number;
    weight = weight.times(decay);
  }
  return { ...window, weights, total };
}
