import type { RunParameters } from '@/lib/margin/impact/run-parameters';

/** What a run computed, as it stood when the run was asked for: kept with the run and never changed. */
export interface RunDescription {
  readonly portfolio: {
    readonly id: string;
    readonly name: string;
    /** ISO date. */
    readonly asOf: string;
    readonly calculationCurrency: string;
    readonly contentHash: string;
    readonly positions: number;
  };
  readonly baseline: string;
  readonly alternatives: readonly string[];
  readonly parameters: RunParameters;
}
