import { type Decimal, ONE } from '@/lib/core/decimal';
import type { MethodContext } from '../method';

/** Units of the calculation currency for a US dollar, in which the rules state amounts, where the rates of the run have it. */
export function dollarRate({ currency, evidence }: Pick<MethodContext, 'currency' | 'evidence'>): Decimal | null {
  if (currency === 'USD') return ONE;
  const { rates } = evidence;
  if (rates === null) return null;
  const of = (code: string) => (code === rates.base ? ONE : (rates.rates.get(code) ?? null));
  const [dollar, own] = [of('USD'), of(currency)];
  return dollar === null || own === null || own.lte(0) ? null : dollar.div(own);
}
