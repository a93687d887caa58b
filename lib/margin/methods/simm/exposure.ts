import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { RiskFactor } from './risk-factor';

/** The net sensitivity to one factor in dollars, from the side that the margin is computed for. */
export interface Exposure {
  readonly factor: RiskFactor;
  readonly amount: Decimal;
}

/** Groups in order of their keys, whatever the order of what is grouped. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  return [...grouped(items, keyOf)].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

/** Groups in the order in which their keys are met: for what does not depend on it. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export function sumOf(exposures: readonly Exposure[]): Decimal {
  return sumDecimals(exposures.map(({ amount }) => amount));
}
