import type { MarginFailure } from '../methods/margin-node';
import type { AdequacyReport } from './adequacy-report';
import type { ClassificationWhatIf, FundingReport, OffsetMatrix, SensitivityGrid, TreasuryClearingWhatIf } from './detail-reports';

/**
 * What a run leaves for screens and letters: plain JSON, every amount an exact decimal string in `currency`. The node trees are kept beside
 * it, one per framework. Rounding happens only where a figure is presented (lib/letter/figures/format-figure.ts).
 */
export interface RunReport {
  readonly currency: string;
  readonly asOf: string;
  readonly engine: string;
  readonly portfolio: { readonly name: string; readonly contentHash: string; readonly positions: number };
  readonly frameworks: readonly FrameworkReport[];
  readonly impacts: readonly ImpactReport[];
  /** The details that the run was asked for (RunParameters.details); empty or null otherwise. */
  readonly offsetMatrices: readonly OffsetMatrix[];
  readonly sensitivities: readonly SensitivityGrid[];
  readonly classificationWhatIf: ClassificationWhatIf | null;
  readonly treasuryClearing: TreasuryClearingWhatIf | null;
  /** What has to stand beside the results, e.g. the notice of a licensed model. */
  readonly notices: readonly string[];
}

export interface Breakdown {
  readonly key: string;
  readonly label: string;
  readonly agency: 'CFTC' | 'SEC' | 'joint' | 'harmonized' | 'none';
  readonly amount: string;
  readonly positions: number;
}

export interface FrameworkReport {
  readonly framework: string;
  readonly name: string;
  readonly total: string;
  readonly complete: boolean;
  /** Requirement of each position on its own, summed. */
  readonly grossStandalone: string;
  /** What netting and offsets take off: total = grossStandalone + offsets + minimumTransfers + thresholds, exactly. */
  readonly offsets: string;
  readonly minimumTransfers: string;
  readonly thresholds: string;
  /** Positions of the portfolio, and those that have an amount here. */
  readonly positions: number;
  readonly covered: number;
  readonly byLeg: readonly Breakdown[];
  readonly byRegime: readonly Breakdown[];
  readonly byClass: readonly Breakdown[];
  readonly byCounterparty: readonly Breakdown[];
  readonly byNettingSet: readonly Breakdown[];
  /** By account, or by sector where positions name no account: the firm's own grouping. */
  readonly byPositionGroup: readonly Breakdown[];
  /** The positions with the largest contributions, in size, at most fifty; contributions of all positions add up to the total. */
  readonly largestPositions: readonly PositionShare[];
  readonly adequacy: AdequacyReport | null;
  readonly failures: readonly MarginFailure[];
}

/** A position's part of a total. `share` is contribution ÷ total as a ratio, null where the total is 0. */
export interface PositionShare {
  readonly positionId: string;
  readonly label: string;
  /** Leg of the framework that took it. */
  readonly leg: string;
  readonly standalone: string;
  readonly contribution: string;
  readonly share: string | null;
}

export interface BridgeStep {
  readonly id: string;
  readonly label: string;
  readonly kind: 'total' | 'change';
  /** A total's level, or a change's signed amount, exact. Changes between two totals add up to their difference exactly. */
  readonly amount: string;
  readonly explanation: string;
}

export interface Difference {
  readonly key: string;
  readonly label: string;
  readonly baseline: string;
  readonly alternative: string;
  readonly saving: string;
}

/** Baseline against one alternative. saving = baseline − alternative; savingShare is saving / baseline as a ratio, null where the baseline is 0. */
export interface ImpactReport {
  readonly baseline: string;
  readonly alternative: string;
  readonly baselineTotal: string;
  readonly alternativeTotal: string;
  readonly saving: string;
  readonly savingShare: string | null;
  /** Positions that only one of the two frameworks gives an amount; where there are any, the saving is not of like with like. */
  readonly onlyInBaseline: readonly string[];
  readonly onlyInAlternative: readonly string[];
  readonly bridge: readonly BridgeStep[];
  readonly byRegime: readonly Difference[];
  readonly byClass: readonly Difference[];
  readonly byCounterparty: readonly Difference[];
  readonly byNettingSet: readonly Difference[];
  readonly byPositionGroup: readonly Difference[];
  readonly funding: FundingReport | null;
}
