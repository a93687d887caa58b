import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { MarginNode } from '../margin-node';

/** A part of a netting set: its node, and each position's share of the node's amount, adding up to it exactly. */
export interface Part {
  readonly node: MarginNode;
  readonly shares: readonly (readonly [positionId: string, amount: Decimal])[];
}

/** Shares of all parts by position. */
export function sumShares(parts: readonly Part[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const part of parts) {
    for (const [id, amount] of part.shares) {
      const before = sums.get(id);
      sums.set(id, before === undefined ? amount : sumDecimals([before, amount]));
    }
  }
  return sums;
}
