import type { Regime } from '../classification/regime';
import type { Citation } from '../methods/margin-node';
import type { Product } from '../portfolio/position';

/** Which positions a leg of a framework takes; every given list must match. Legs take in order: the first match wins. */
export interface Scope {
  readonly regimes?: readonly Regime[];
  readonly products?: readonly Product[];
}

export type NettingKey = 'counterparty' | 'nettingAgreement' | 'account';
export type MethodId = 'schedule' | 'securities-haircut' | 'strategy-based';

/** One leg: a scope, the netting key, and the method with its parameter set. */
export interface FrameworkLeg {
  readonly id: string;
  readonly label: string;
  readonly agency: 'CFTC' | 'SEC' | 'harmonized';
  readonly scope: Scope;
  readonly nettingKey: readonly NettingKey[];
  readonly method: { readonly id: MethodId; readonly parameters: Readonly<Record<string, string>> };
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
