import { Decimal } from '@/lib/core/decimal';
import type { Procyclicality } from '../report/adequacy-report';

const RISE_DAYS = [1, 5, 20, 30] as const;
/** Places of a ratio, rounded HALF_UP. */
const RATIO_PLACES = 12;

/** A requirement on a day of a history; `at` is the day's place among the scenarios. */
export interface AmountOnDay {
  readonly day: string;
  readonly at: number;
  readonly amount: Decimal;
}

/** How a requirement moved from day to day, and what cannot be said of it. */
export interface ProcyclicalityReading {
  readonly value: Procyclicality | null;
  readonly note: string | null;
}

/**
 * Peak ÷ trough, and the largest rise between two days that lie at most so many scenarios apart, as a share of the earlier amount. Nothing is said of a
 * requirement that was 0 or below on some day: no ratio to it means anything; nor of rises within fewer days than lie between any two.
 */
export function procyclicality(history: readonly AmountOnDay[]): ProcyclicalityReading {
  if (history.length < 2) return { value: null, note: 'The history is too short: a requirement on two days at least is needed.' };
  const amounts = history.map(({ amount }) => amount);
  const peak = Decimal.max(...amounts);
  const trough = Decimal.min(...amounts);
  if (!trough.gt(0)) return { value: null, note: 'The requirement was 0 on some day of the history, and no ratio to it means anything.' };
  const rises = RISE_DAYS.map((span) => largestRise(history, span));
  const missing = RISE_DAYS.filter((_, i) => rises[i] === null);
  return {
    value: {
      peak: peak.toString(),
      trough: trough.toString(),
      peakToTrough: ratio(peak.div(trough)),
      rises: rises.filter((rise) => rise !== null),
    },
    note:
      missing.length === 0
        ? null
        : `No two days on which the requirement was computed lie within ${missing.join(' or ')} scenarios of each other, so no rise is told for them.`,
  };
}

/** For each day, the least amount of the days before it within the span: kept in a queue whose amounts rise, so the work is linear in the days. */
function largestRise(history: readonly AmountOnDay[], span: number): Procyclicality['rises'][number] | null {
  const queue: AmountOnDay[] = [];
  let best: { readonly rise: Decimal; readonly from: AmountOnDay; readonly to: AmountOnDay } | null = null;
  for (const to of history) {
    while ((queue[0]?.at ?? to.at) < to.at - span) queue.shift();
    const from = queue[0];
    if (from !== undefined) {
      const rise = to.amount.div(from.amount).minus(1);
      if (best === null || rise.gt(best.rise)) best = { rise, from, to };
    }
    while (queue.at(-1)?.amount.gte(to.amount)) queue.pop();
    queue.push(to);
  }
  return best && { days: span, largestRise: ratio(Decimal.max(best.rise, 0)), from: best.from.day, to: best.to.day };
}

function ratio(value: Decimal): string {
  return value.toDecimalPlaces(RATIO_PLACES, Decimal.ROUND_HALF_UP).toString();
}
