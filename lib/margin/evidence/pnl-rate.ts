import { type Decimal, ONE } from '@/lib/core/decimal';
import type { Position } from '../portfolio/position';
import type { FxRates } from './fx-rates';

/**
 * Units of `to` for one unit of `from`: 1 for the same, else the rates file's, else the position's own where its amounts are in `from`. Null where none
 * says. A cross of two currencies that are not the rates' base is their quotient, rounded to forty digits.
 */
export function pnlRate(
  from: string,
  to: string,
  rates: FxRates | null,
  position: Pick<Position, 'currency' | 'fxRate'> | null,
): Decimal | null {
  if (from === to) return ONE;
  const of = rates && rateToBase(from, rates);
  const into = rates && rateToBase(to, rates);
  if (of && into) return into.eq(ONE) ? of : of.div(into);
  return position !== null && position.currency === from ? position.fxRate : null;
}

function rateToBase(currency: string, { base, rates }: FxRates): Decimal | null {
  return currency === base ? ONE : (rates.get(currency) ?? null);
}
