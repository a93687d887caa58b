import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';

/** Decimal places that a share is written to before the remainder is handed out. */
const SHARE_PLACES = 10;

/**
 * Splits an amount over weights so that the shares add up to it exactly: each share is amount × weight / sum of weights, rounded HALF_UP to ten
 * places, and what rounding leaves goes to the largest weight (the first of equals). Weights are not negative; where all are 0 the first takes all.
 * Entries come back in the order given, which the caller makes independent of the file's rows.
 */
export function allocate(amount: Decimal, weights: readonly Decimal[]): Decimal[] {
  if (weights.length === 0) return [];
  const total = sumDecimals(weights);
  let largest = 0;
  weights.forEach((weight, i) => {
    if (weight.gt(weights[largest] ?? ZERO)) largest = i;
  });
  if (weights.length === 1 || total.isZero()) return weights.map((_, i) => (i === largest ? amount : ZERO));
  if (total.eq(amount)) return [...weights];
  if (total.eq(amount.neg())) return weights.map((weight) => weight.neg());
  const factor = amount.div(total);
  const shares = weights.map((weight) => weight.times(factor).toDecimalPlaces(SHARE_PLACES, Decimal.ROUND_HALF_UP));
  const rest = sumDecimals([amount, sumDecimals(shares).neg()]);
  shares[largest] = sumDecimals([shares[largest] ?? ZERO, rest]);
  return shares;
}
