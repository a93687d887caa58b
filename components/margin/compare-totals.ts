import { Decimal } from '@/lib/core/decimal';

interface Total {
  readonly framework: string;
  readonly name: string;
  readonly total: string;
}

/** A framework's total in two runs; null where a run did not compute it. Exact decimal strings. */
export interface RunDifference {
  readonly framework: string;
  readonly name: string;
  readonly previous: string | null;
  readonly present: string | null;
  /** present − previous; null where one is missing. */
  readonly change: string | null;
}

/** The totals of two runs side by side, in the order of the present one, then those that only the previous one had. */
export function compareTotals(previous: readonly Total[], present: readonly Total[]): RunDifference[] {
  const before = new Map(previous.map((total) => [total.framework, total]));
  const now = new Set(present.map(({ framework }) => framework));
  return [
    ...present.map(({ framework, name, total }) => {
      const earlier = before.get(framework)?.total ?? null;
      return {
        framework,
        name,
        previous: earlier,
        present: total,
        change: earlier === null ? null : new Decimal(total).minus(earlier).toFixed(),
      };
    }),
    ...previous
      .filter(({ framework }) => !now.has(framework))
      .map(({ framework, name, total }) => ({ framework, name, previous: total, present: null, change: null })),
  ];
}
