import { type Decimal, sumDecimals } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import { type Evidence, NO_EVIDENCE } from '../evidence/evidence';
import { buildSum } from '../methods/build-node';
import { groupFailures, type PositionFailure } from '../methods/group-failures';
import type { MarginNode } from '../methods/margin-node';
import type { MethodContext, ResolvedPosition } from '../methods/method';
import type { Portfolio } from '../portfolio/position';
import type { AdjustmentSettings, ThresholdPool } from './adjustments';
import { applyLeg } from './apply-leg';
import { evidenceTest } from './evidence-test';
import type { Framework, FrameworkLeg } from './framework';
import { KnownMargins } from './known-margins';
import { oneMethodPerClass } from './one-method-per-class';
import type { PositionMargin } from './position-margin';
import { takePositions } from './take-positions';

export interface FrameworkSettings extends Omit<AdjustmentSettings, 'currency'> {
  readonly side: 'collect' | 'post';
  /** Nothing but the positions where absent. */
  readonly evidence?: Evidence;
  /** What was computed before in the same run; what is computed now is added. */
  readonly known?: KnownMargins;
  /** Where only totals and contributions are asked, as MethodContext has it. */
  readonly totalOnly?: boolean;
}

/** A framework applied to a portfolio, before it is put into its wire form. */
export interface AppliedFramework {
  readonly framework: Framework;
  readonly tree: MarginNode;
  /** Positions with an amount, by id. */
  readonly margins: ReadonlyMap<string, PositionMargin>;
  /** Legs that positions were given to. */
  readonly legs: readonly { readonly leg: FrameworkLeg; readonly amount: Decimal; readonly positions: number }[];
  /** total = standalone + offsets + minimumTransfers + thresholds, exactly. */
  readonly standalone: Decimal;
  readonly offsets: Decimal;
  readonly minimumTransfers: Decimal;
  readonly thresholds: Decimal;
}

/**
 * Margins a portfolio under a framework: every position goes to the first leg that takes it, is converted to the calculation currency and margined in
 * its netting set; what has no amount is named in the tree's failures. The order of positions never changes the result.
 */
export function applyFramework(
  portfolio: Portfolio,
  classifications: ReadonlyMap<string, Classification>,
  framework: Framework,
  settings: FrameworkSettings,
): AppliedFramework {
  const evidence = settings.evidence ?? NO_EVIDENCE;
  const { byLeg, notTaken } = oneMethodPerClass(takePositions(portfolio.positions, classifications, framework, evidence));
  const failures: PositionFailure[] = [...notTaken];
  const used: ThresholdPool = new Map();
  const context: MethodContext = {
    asOf: portfolio.asOf,
    currency: portfolio.calculationCurrency,
    side: settings.side,
    evidence,
    totalOnly: settings.totalOnly ?? false,
    classifications,
  };
  const known = settings.known ?? new KnownMargins();
  const run = { context, known, classifications, has: evidenceTest(evidence), settings, used };
  const legs = byLeg.flatMap(({ leg, positions }) => {
    if (positions.length === 0) return [];
    const resolved: ResolvedPosition[] = [];
    for (const position of positions) {
      const result = known.resolve(position, context);
      if (result.ok) resolved.push(result.value);
      else failures.push(...result.failures);
    }
    return [{ leg, applied: applyLeg(leg, resolved, run) }];
  });
  const tree = buildSum({
    path: 'total',
    label: framework.name,
    level: 'total',
    formula: 'sum of the legs',
    citations: framework.citations,
    inputs: [
      { name: 'as of', value: portfolio.asOf },
      { name: 'side', value: settings.side },
      { name: 'threshold', value: settings.threshold },
      { name: 'minimum transfer amount', value: settings.minimumTransfer },
    ],
    assumptions: framework.constraints,
    failures: groupFailures(failures),
    children: legs.map(({ applied }) => applied.node),
  });
  const margins = legs.flatMap(({ applied }) => applied.margins);
  const standalone = sumDecimals(margins.map((margin) => margin.standalone));
  const minimumTransfers = sumDecimals(legs.map(({ applied }) => applied.minimumTransfers));
  const thresholds = sumDecimals(legs.map(({ applied }) => applied.thresholds));
  return {
    framework,
    tree,
    margins: new Map(margins.map((margin) => [margin.position.positionId, margin])),
    legs: legs.map(({ leg, applied }) => ({ leg, amount: applied.node.amount, positions: applied.margins.length })),
    standalone,
    offsets: sumDecimals([tree.amount, standalone.neg(), minimumTransfers.neg(), thresholds.neg()]),
    minimumTransfers,
    thresholds,
  };
}
