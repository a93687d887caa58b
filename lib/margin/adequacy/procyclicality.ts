import { Decimal } from '@/lib/core/decimal';
import type { Procyclicality } from '../report/adequacy-report';

const RISE_DAYS = [1, 5, 20, 30] as const;
/** Places of a ratio, rounded HALF_UP. */
const RATIO_PLACES = 12;

/** How a requirement moved from day to day, or the sentence why that cannot be said. */
export type ProcyclicalityReading =
  | { readonly value: Procyclicality; readonly note: null }
  | { readonly value: null; readonly note: string };

/**
 * Peak ÷ trough, and the largest rise between two days that lie at most so many scenarios apart, as a share of the earlier amount. Nothing is said of a
 * requirement that was 0 or below on some day: no ratio to it means anything.
 */
export function procyclicality(days: readonly string[], amounts: readonly Decimal[]): ProcyclicalityReading {
  if (amounts.length < 2) return { value: null, note: 'The history is too short: a requirement on two days at least is needed.' };
  const peak = Decimal.max(...amounts);
  const trough = Decimal.min(...amounts);
  if (!trough.gt(0)) return { value: null, note: 'The requirement was 0 on some day of the history, and no ratio to it means anything.' };
  return {
    value: {
      peak: peak.toString(),
      trough: trough.toString(),
      peakToTrough: ratio(peak.div(trough)),
      rises: RISE_DAYS.filter((span) => span < amounts.length).map((span) => largestRise(days, amounts, span)),
    },
    note: null,
  };
}

/** For each day, the least amount of the days before it within the span: kept in a queue whose amounts rise, so the work is linear in the days. */
function largestRise(days: readonly string[], amounts: readonly Decimal[], span: number): Procyclicality['rises'][number] {
  const queue: number[] = [];
  let best: { readonly rise: Decimal; readonly from: number; readonly to: number } | null = null;
  for (let to = 1; to < amounts.length; to += 1) {
    const before = amounts[to - 1] as Decimal;
    while (queue.length > 0 && (amounts[queue[queue.length - 1] as number] as Decimal).gte(before)) queue.pop();
    queue.push(to - 1);
    if ((queue[0] as number) < to - span) queue.shift();
    const from = queue[0] as number;
    const rise = (amounts[to] as Decimal).div(amounts[from] as Decimal).minus(1);
    if (best === null || rise.gt(best.rise)) best = { rise, from, to };
  }
  return {
    days: span,
    largestRise: ratio(Decimal.max(best?.rise ?? 0, 0)),
    from: days[best?.from ?? 0] ?? '',
    to: days[best?.to ?? 0] ?? '',
  };
}

function ratio(value: Decimal): string {
  return value.toDecimalPlaces(RATIO_PLACES, Decimal.ROUND_HALF_UP).toString();
}
