import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import type { Framework } from '@/lib/margin/frameworks/framework';
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
    /** The portfolio's further files, in the order of their kinds. */
    readonly evidence: readonly { readonly kind: EvidenceFileKind; readonly fileName: string; readonly contentHash: string }[];
  };
  readonly baseline: string;
  readonly alternatives: readonly string[];
  /** The whole data of the baseline and each alternative: a firm's frameworks change. */
  readonly frameworks: readonly Framework[];
  readonly parameters: RunParameters;
  readonly simmPack: UsedParameterSet | null;
  /** The firm's other packs that could be used, for the sensitivity to the pack; only where that was asked for. */
  readonly otherSimmPacks: readonly UsedParameterSet[];
  readonly scanParameters: UsedParameterSet | null;
}

/** A parameter set as a run names it. */
export interface UsedParameterSet {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly contentHash: string;
}
