import type { Decimal } from '@/lib/core/decimal';

/** What a framework asked for on each day of a history, when it was computed again from the scenarios up to that day. */
export interface RequirementHistory {
  /** The scenario on which each window ends, in order of time. */
  readonly days: readonly string[];
  /** One amount for each day. */
  readonly whole: readonly Decimal[];
  /** By counterparty; null stands for positions that name none. */
  readonly byCounterparty: ReadonlyMap<string | null, readonly Decimal[]>;
  /** How the windows were cut and what does not move, in a sentence. */
  readonly note: string;
}
