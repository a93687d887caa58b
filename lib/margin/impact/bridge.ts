import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { AppliedFramework } from '../frameworks/apply-framework';
import type { BridgeStep } from '../report/run-report';

export interface BridgeInput {
  readonly baseline: AppliedFramework;
  readonly alternative: AppliedFramework;
  /** Offsets of the alternative when the positions of each leg of the baseline are margined apart from the others'. */
  readonly separatedOffsets: Decimal;
}

const minus = (a: Decimal, b: Decimal) => sumDecimals([a, b.neg()]);

/**
 * From each position on its own to the alternative's total. Every step is the exact difference of two computed amounts, so the changes between two
 * totals add up to their difference to the last digit. Steps that can only be 0 under the run's parameters are left out.
 */
export function bridge({ baseline, alternative, separatedOffsets }: BridgeInput): BridgeStep[] {
  const onlyBaseline = standaloneOf(baseline, alternative);
  const onlyAlternative = standaloneOf(alternative, baseline);
  const commonBefore = minus(baseline.standalone, onlyBaseline);
  const commonAfter = minus(alternative.standalone, onlyAlternative);
  return [
    total(
      'gross-standalone',
      'Each position on its own',
      baseline.standalone,
      'The requirement of every position alone under the baseline, summed.',
    ),
    change(
      'offsets-within',
      'Offsets within regimes',
      baseline.offsets,
      'What netting and offset rules take off inside each leg of the baseline.',
    ),
    ...optional(
      'baseline-minimums',
      'Minimum transfer amounts (baseline)',
      baseline.minimumTransfers,
      'Amounts too small to be transferred under the baseline.',
    ),
    ...optional(
      'baseline-thresholds',
      'Thresholds (baseline)',
      baseline.thresholds,
      'Initial margin thresholds applied under the baseline.',
    ),
    total('baseline', baseline.framework.name, baseline.tree.amount, 'The total under the baseline.'),
    ...optional(
      'coverage',
      'Positions that only one framework covers',
      minus(onlyAlternative, onlyBaseline),
      'Standalone amounts of positions that have an amount under one of the two frameworks only. This is no saving and no cost of a rule: the comparison is not of like with like.',
    ),
    change(
      'method',
      'Other rule, each position on its own',
      minus(commonAfter, commonBefore),
      "The alternative's percentages in place of the baseline's, before any offset.",
    ),
    change(
      'offsets-method',
      'Other rule, offsets within regimes',
      minus(separatedOffsets, baseline.offsets),
      "The alternative's netting sets and offset rules in place of the baseline's, with the positions of each leg of the baseline still apart.",
    ),
    change(
      'offsets-across',
      'Offsets across regimes',
      minus(alternative.offsets, separatedOffsets),
      'What margining the positions of all legs together takes off beyond that.',
    ),
    change(
      'floors-and-minimums',
      'Floors and minimums',
      minus(alternative.minimumTransfers, baseline.minimumTransfers),
      'Change in amounts that are too small to be transferred. 0 where the run ignores minimum transfer amounts.',
    ),
    change(
      'thresholds',
      'Thresholds',
      minus(alternative.thresholds, baseline.thresholds),
      'Change in initial margin thresholds used. 0 where the run ignores thresholds.',
    ),
    total('alternative', alternative.framework.name, alternative.tree.amount, 'The total under the alternative.'),
  ];
}

/** Standalone amounts of the positions that the other framework gives no amount. */
function standaloneOf(applied: AppliedFramework, other: AppliedFramework): Decimal {
  return sumDecimals([...applied.margins].flatMap(([id, margin]) => (other.margins.has(id) ? [] : [margin.standalone])));
}

function total(id: string, label: string, amount: Decimal, explanation: string): BridgeStep {
  return { id, label, kind: 'total', amount: amount.toString(), explanation };
}

function change(id: string, label: string, amount: Decimal, explanation: string): BridgeStep {
  return { id, label, kind: 'change', amount: amount.toString(), explanation };
}

function optional(id: string, label: string, amount: Decimal, explanation: string): BridgeStep[] {
  return amount.isZero() ? [] : [change(id, label, amount, explanation)];
}
