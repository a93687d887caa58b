import type { Decimal } from '@/lib/core/decimal';

/** Units of `base` for one unit of each currency; `base` itself is 1 and need not be there. */
export interface FxRates {
  readonly base: string;
  readonly rates: ReadonlyMap<string, Decimal>;
}
