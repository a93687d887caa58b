import { Decimal } from '@/lib/core/decimal';

/** The length of each bar in percent of the longest; amounts below zero have the length of their size. */
export function barLengths(amounts: readonly string[]): number[] {
  const sizes = amounts.map((amount) => new Decimal(amount).abs());
  const longest = Decimal.max(0, ...sizes);
  return sizes.map((size) => (longest.isZero() ? 0 : size.div(longest).times(100).toDecimalPlaces(2).toNumber()));
}
