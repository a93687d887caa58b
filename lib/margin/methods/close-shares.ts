import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';

/** Decimal places that a share is written to before the remainder is handed out, as in allocate. */
const SHARE_PLACES = 10;

/**
 * Shares of an amount that add up to it but for rounding, made to do so exactly: each is rounded HALF_UP to ten places, and what is left goes to the
 * largest in size (the first of equals). Shares may be negative; entries come back in the order given.
 */
export function closeShares(amount: Decimal, shares: readonly Decimal[]): Decimal[] {
  const [only] = shares;
  if (only === undefined) return [];
  if (shares.length === 1) return [amount];
  const closed = shares.map((share) => share.toDecimalPlaces(SHARE_PLACES, Decimal.ROUND_HALF_UP));
  let largest = 0;
  closed.forEach((share, i) => {
    if (share.abs().gt((closed[largest] ?? ZERO).abs())) largest = i;
  });
  closed[largest] = sumDecimals([closed[largest] ?? ZERO, amount, ...closed.map((share) => share.neg())]);
  return closed;
}
