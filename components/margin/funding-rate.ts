import { parseDecimal } from '@/lib/core/decimal';

/** A funding rate as it is kept, a ratio, from the percent that a person typed; null for none typed, undefined where it is no percent from 0 to 100. */
export function fundingRatio(percent: string): string | null | undefined {
  const text = percent.trim().replace(/\s*%$/, '');
  if (text === '') return null;
  const value = parseDecimal(text);
  return value === null || value.lt(0) || value.gt(100) ? undefined : value.div(100).toString();
}

/** The percent to show for a kept ratio. */
export function fundingPercent(ratio: string | null): string {
  return ratio === null ? '' : (parseDecimal(ratio)?.times(100).toString() ?? ratio);
}
