import { Decimal } from '@/lib/core/decimal';
import type { PnlRow, PnlVectors } from '@/lib/margin/evidence/pnl-vectors';

/** Business days, or at least days in order, from 2024-01-01 on. */
export function someDays(count: number): string[] {
  return Array.from({ length: count }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10));
}

/** Vectors in whole units (or 10^-scale of them) by position id; days from 2024-01-01 unless scenarios are named. */
export function pnlOf(
  vectors: Readonly<Record<string, readonly number[]>>,
  facts: { readonly scale?: number; readonly scenarios?: readonly string[]; readonly dated?: boolean; readonly currency?: string } = {},
): PnlVectors {
  const { scale = 0, currency = 'USD', dated = facts.scenarios === undefined } = facts;
  const length = Object.values(vectors)[0]?.length ?? 0;
  const rows = new Map<string, PnlRow>(
    Object.entries(vectors).map(([id, values]) => [id, { currency, values: Float64Array.from(values) }]),
  );
  return { scenarios: facts.scenarios ?? someDays(length), dated, scale, rows, contentHash: 'test' };
}

/** The k-th largest loss by a plain sort: k = floor((1 − confidence) × n) + 1. */
export function naiveVar(losses: readonly number[], confidence: string): number {
  const k = new Decimal(1).minus(confidence).times(losses.length).floor().plus(1).toNumber();
  return [...losses].sort((a, b) => b - a)[k - 1] ?? 0;
}

/** The average of the worst (1 − confidence) of the losses, each counted as often as it fits. */
export function naiveShortfall(losses: readonly number[], confidence: string): Decimal {
  const mass = new Decimal(1).minus(confidence).times(losses.length);
  let left = mass;
  let sum = new Decimal(0);
  for (const loss of [...losses].sort((a, b) => b - a)) {
    const counted = Decimal.min(left, 1);
    sum = sum.plus(counted.times(loss));
    left = left.minus(counted);
  }
  return sum.div(mass);
}
