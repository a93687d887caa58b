import { type Decimal, sumDecimals } from '@/lib/core/decimal';

/** Adds an amount to a position's share. */
export function addShare(shares: Map<string, Decimal>, id: string, amount: Decimal): void {
  const before = shares.get(id);
  shares.set(id, before === undefined ? amount : sumDecimals([before, amount]));
}
