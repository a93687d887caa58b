import type { Decimal } from '@/lib/core/decimal';
import { addMonths } from '../calendar';
import type { DurationBand } from './schedule-table';

/** In which band exactly 2 and exactly 5 years fall; the rule does not say. */
export type BandEdge = 'lower' | 'upper';

/** The band of a duration in years. */
export function bandOfDuration(years: Decimal, edge: BandEdge): DurationBand {
  const within = (limit: number) => (edge === 'lower' ? years.lte(limit) : years.lt(limit));
  return within(2) ? '0-2' : within(5) ? '2-5' : '5+';
}

/** The band of the calendar time from one ISO date to another: exactly two years is the same day of the month 24 months later. */
export function bandOfMaturity(asOf: string, endDate: string, edge: BandEdge): DurationBand {
  const within = (months: number) => {
    const limit = addMonths(asOf, months);
    return edge === 'lower' ? endDate <= limit : endDate < limit;
  };
  return within(24) ? '0-2' : within(60) ? '2-5' : '5+';
}
