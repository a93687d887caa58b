import { type Decimal, ONE } from '@/lib/core/decimal';
import type { FxRates } from './fx-rates';

/** US dollars for one unit of each currency that the rates lead to: across their base, where that is another currency. USD itself is 1. */
export function usdRates(rates: FxRates | null): ReadonlyMap<string, Decimal> {
  const found = new Map<string, Decimal>([['USD', ONE]]);
  if (rates === null) return found;
  const perDollar = rates.base === 'USD' ? ONE : rates.rates.get('USD');
  if (perDollar === undefined) return found;
  for (const [currency, rate] of [[rates.base, ONE] as const, ...rates.rates]) {
    if (currency !== 'USD') found.set(currency, perDollar.eq(1) ? rate : rate.div(perDollar));
  }
  return found;
}
