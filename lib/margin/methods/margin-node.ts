import type { Decimal } from '@/lib/core/decimal';

/** A paragraph of a rule, and how well it is known: read in the primary text, secondary, or recalled. */
export interface Citation {
  readonly paragraph: string;
  readonly standing: 'primary' | 'secondary' | 'recalled';
  readonly url?: string;
}

/** A figure of a rule or a firm's setting that entered a node, e.g. credit 0-2 years = 2 (percent of notional). */
export interface ParameterReference {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  readonly citation: Citation | null;
}

/** A value that entered a node's formula, as an exact decimal string or a text. */
export interface NodeInput {
  readonly name: string;
  readonly value: string;
  readonly unit?: string;
}

export const FAILURE_REASONS = ['MISSING_DATA', 'INVALID', 'NOT_APPLICABLE', 'NO_RULE', 'NO_RATE', 'UNDETERMINED'] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Why the smallest unit concerned has no amount; the node above it is marked incomplete, the rest is computed. */
export interface MarginFailure {
  readonly reason: FailureReason;
  readonly positionIds: readonly string[];
  readonly message: string;
}

export type NodeLevel = 'total' | 'regime' | 'netting-set' | 'class' | 'bucket' | 'pair' | 'position' | 'adjustment';

/**
 * A node of the result tree. `amount` is in the calculation currency, exact (not rounded), and follows from the children and inputs by the
 * named formula. Sibling paths are unique; a path is the slugs from the root, joined by "/", and stays the same between runs of one portfolio.
 */
export interface MarginNode {
  readonly path: string;
  readonly label: string;
  readonly level: NodeLevel;
  readonly amount: Decimal;
  /** e.g. "schedule.net-to-gross: 0.4 × G + 0.6 × NGR × G" */
  readonly formula: string;
  readonly citations: readonly Citation[];
  readonly parameters: readonly ParameterReference[];
  readonly inputs: readonly NodeInput[];
  /** Stated assumptions and readings of the rule. */
  readonly assumptions: readonly string[];
  readonly failures: readonly MarginFailure[];
  readonly children: readonly MarginNode[];
}
