import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Citation, ParameterReference } from '../margin-node';
import type { ResolvedPosition } from '../method';

/** A security, or a swap read as one by (P)(2), that a paragraph of 17 CFR 240.15c3-1(c)(2)(vi) gives a percentage. */
export interface SecurityLine {
  readonly id: string;
  readonly resolved: ResolvedPosition;
  readonly long: boolean;
  readonly paragraph: Paragraph;
  /** Market value of a security, notional of a swap; never negative. */
  readonly value: Decimal;
  readonly rate: Decimal;
  readonly reference: ParameterReference;
  /** What is summed together within the paragraph: a band of maturity, or "all". */
  readonly band: string;
  readonly bandLabel: string;
  readonly citations: readonly Citation[];
  /** Value that no offset against a credit default swap or another security has taken yet, and that no exemption frees. */
  open: Decimal;
}

/** Paragraphs with a percentage that this method computes, in order of the rule. */
export const PARAGRAPHS = ['A', 'B', 'C', 'D', 'E', 'F', 'H', 'J', 'K', 'vii'] as const;
export type Paragraph = (typeof PARAGRAPHS)[number];

/** Deduction of a line on its own, on what is open. */
export function lineDeduction(line: SecurityLine): Decimal {
  return line.rate.times(line.open);
}

/** Sum of the open values of one side. */
export function openValue(lines: readonly SecurityLine[], long: boolean): Decimal {
  return sumDecimals(lines.filter((line) => line.long === long).map((line) => line.open));
}
