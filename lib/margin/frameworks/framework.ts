import type { Regime } from '../classification/regime';
import type { EvidenceKind } from '../evidence/evidence';
import type { Citation } from '../methods/margin-node';
import type { Product } from '../portfolio/position';

/** Which positions a leg of a framework takes; every given list must match. Legs take in order: the first match wins. */
export interface Scope {
  readonly regimes?: readonly Regime[];
  readonly products?: readonly Product[];
  /** Only positions that have this evidence in the run. */
  readonly evidence?: EvidenceKind;
}

export const NETTING_KEYS = ['counterparty', 'nettingAgreement', 'account', 'clearedBy'] as const;
export type NettingKey = (typeof NETTING_KEYS)[number];

/** Every method of lib/margin/methods/method-registry.ts. */
export const METHOD_IDS = [
  'schedule',
  'securities-haircut',
  'strategy-based',
  'simm',
  'historical-var',
  'external',
  'theoretical-pricing',
  'scenario-scan',
] as const;
export type MethodId = (typeof METHOD_IDS)[number];

/** A method with its settings. */
export interface MethodUse {
  readonly id: MethodId;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * How a leg is margined where one method over one netting set is not all. two-pot: each pot keeps its own requirement; both compute the whole by their own
 * method, and the smaller saving share, capped and ignored where it is small, lowers both. binding-regime: the positions of `alone` are margined by
 * themselves and together with the rest; the larger requirement binds.
 */
export type Arrangement =
  | {
      readonly kind: 'two-pot';
      readonly pots: readonly [Pot, Pot];
      /** Ratios as decimal strings, e.g. 0.80 and 0.01. */
      readonly savingCap: string;
      readonly ignoredBelow: string;
      readonly citations: readonly Citation[];
    }
  | { readonly kind: 'binding-regime'; readonly alone: readonly Regime[]; readonly citations: readonly Citation[] };

/** One of two clearing houses: which of the leg's positions it clears, and how it computes. */
export interface Pot {
  readonly id: string;
  readonly label: string;
  readonly scope: Scope;
  readonly method: MethodUse;
}

/** One leg: a scope, the netting key, and the method with its parameter set. */
export interface FrameworkLeg {
  readonly id: string;
  readonly label: string;
  readonly agency: 'CFTC' | 'SEC' | 'harmonized';
  readonly scope: Scope;
  readonly nettingKey: readonly NettingKey[];
  /** Of a two-pot arrangement each pot has its own instead. */
  readonly method: MethodUse;
  readonly arrangement?: Arrangement;
  /** True where the rule has the dealer collect initial margin and never post it: the leg asks nothing on the post side. */
  readonly collectOnly?: boolean;
  /** Amounts in the calculation currency as decimal strings; null where the leg has none. */
  readonly threshold: { readonly amount: string; readonly citation: Citation } | null;
  readonly minimumTransfer: {
    readonly amount: string;
    readonly citation: Citation;
    /** True where a transfer is due only above the amount, false or absent where it is due at the amount too. */
    readonly aboveOnly?: boolean;
  } | null;
  readonly citations: readonly Citation[];
  readonly assumptions: readonly string[];
}

/** Data, not code: how a whole portfolio is margined. Built-in frameworks cannot be edited; firms edit copies (another id). */
export interface Framework {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly builtIn: boolean;
  readonly effective: string | null;
  readonly legs: readonly FrameworkLeg[];
  readonly citations: readonly Citation[];
  /** What law or order the framework would need that does not exist today, one sentence each. */
  readonly constraints: readonly string[];
}
