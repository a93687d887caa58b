import { Decimal, parseDecimal } from '@/lib/core/decimal';

/** A count or statistic without trailing zeros: at most `decimals`, HALF_UP. What is no decimal comes back as it is. */
export function shortNumber(value: string, decimals = 1): string {
  const parsed = parseDecimal(value);
  return parsed ? parsed.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).toFixed() : value;
}

/** A p-value as papers write it: three decimals, "< 0.001" below that. */
export function pValueText(value: string): string {
  const parsed = parseDecimal(value);
  if (!parsed) return value;
  return parsed.lt('0.001') ? '< 0.001' : parsed.toFixed(3);
}

/** The share of scenarios that a requirement should cover, e.g. "99 %" for 0.99. */
export function levelText(ratio: string): string {
  const parsed = parseDecimal(ratio);
  return parsed ? `${parsed.times(100).toDecimalPlaces(2).toFixed()}\u00a0%` : ratio;
}
