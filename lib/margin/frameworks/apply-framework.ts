import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import { type Evidence, NO_EVIDENCE } from '../evidence/evidence';
import { buildNode, buildSum } from '../methods/build-node';
import { groupFailures, type PositionFailure } from '../methods/group-failures';
import type { MarginNode } from '../methods/margin-node';
import type { ResolvedPosition } from '../methods/method';
import { METHODS } from '../methods/method-registry';
import type { Portfolio, Position } from '../portfolio/position';
import { type AdjustmentSettings, adjustLeg, type CounterpartyMargin, type ThresholdPool } from './adjustments';
import type { Framework, FrameworkLeg } from './framework';
import { nettingSets } from './netting-sets';
import { resolvePosition } from './resolve-position';
import { takePositions } from './take-positions';

export interface FrameworkSettings extends Omit<AdjustmentSettings, 'currency'> {
  readonly side: 'collect' | 'post';
  /** Nothing but the positions where absent. */
  readonly evidence?: Evidence;
}

/** What a position has under a framework; the contributions of all positions add up to the framework's total exactly. */
export interface PositionMargin {
  readonly position: Position;
  /** The leg that took it. */
  readonly leg: string;
  readonly standalone: Decimal;
  readonly contribution: Decimal;
}

/** A framework applied to a portfolio, before it is put into its wire form. */
export interface AppliedFramework {
  readonly framework: Framework;
  readonly tree: MarginNode;
  /** Positions with an amount, by id. */
  readonly margins: ReadonlyMap<string, PositionMargin>;
  readonly legs: readonly { readonly leg: FrameworkLeg; readonly amount: Decimal; readonly positions: number }[];
  /** total = standalone + offsets + minimumTransfers + thresholds, exactly. */
  readonly standalone: Decimal;
  readonly offsets: Decimal;
  readonly minimumTransfers: Decimal;
  readonly thresholds: Decimal;
}

interface AppliedLeg {
  readonly node: MarginNode;
  readonly margins: readonly PositionMargin[];
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
  const { byLeg, notTaken } = takePositions(portfolio.positions, classifications, framework);
  const failures: PositionFailure[] = [...notTaken];
  const used: ThresholdPool = new Map();
  const legs = byLeg.map(({ leg, positions }) => {
    const resolved: ResolvedPosition[] = [];
    for (const position of positions) {
      const result = resolvePosition(position, portfolio.calculationCurrency, settings.side);
      if (result.ok) resolved.push(result.value);
      else failures.push(...result.failures);
    }
    return { leg, applied: applyLeg(leg, resolved, portfolio, settings, used) };
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

function applyLeg(
  leg: FrameworkLeg,
  positions: readonly ResolvedPosition[],
  portfolio: Portfolio,
  settings: FrameworkSettings,
  used: ThresholdPool,
): AppliedLeg {
  const path = `total/${leg.id}`;
  const common = { path, label: leg.label, level: 'regime', citations: leg.citations } as const;
  if (settings.side === 'post' && leg.collectOnly === true) return postsNothing(leg, positions, common);
  const method = METHODS[leg.method.id];
  const context = {
    asOf: portfolio.asOf,
    currency: portfolio.calculationCurrency,
    side: settings.side,
    evidence: settings.evidence ?? NO_EVIDENCE,
  };
  const sets = nettingSets(leg, positions, path).map((set) => ({ set, result: method.compute(set, leg.method.parameters, context) }));
  const byCounterparty = new Map<string, Map<string, Decimal>>();
  for (const { set, result } of sets) {
    if (set.counterparty === null) continue;
    const contributions = byCounterparty.get(set.counterparty) ?? new Map<string, Decimal>();
    for (const [id, amount] of result.contributions) contributions.set(id, amount);
    byCounterparty.set(set.counterparty, contributions);
  }
  const counterparties: CounterpartyMargin[] = [...byCounterparty.keys()]
    .sort()
    .map((counterparty) => ({ counterparty, contributions: byCounterparty.get(counterparty) ?? new Map<string, Decimal>() }));
  const adjusted = adjustLeg(leg, path, counterparties, used, { ...settings, currency: portfolio.calculationCurrency });
  const margins = sets.flatMap(({ set, result }) =>
    set.positions.flatMap(({ position }) => {
      const contribution = result.contributions.get(position.positionId);
      if (contribution === undefined) return [];
      const change = adjusted.changes.get(position.positionId) ?? ZERO;
      const standalone = result.standalone.get(position.positionId) ?? ZERO;
      return [{ position, leg: leg.id, standalone, contribution: change.isZero() ? contribution : sumDecimals([contribution, change]) }];
    }),
  );
  const node = buildSum({
    ...common,
    formula: 'sum of the netting sets, less threshold and minimum transfer amounts where they are applied',
    parameters: Object.entries(leg.method.parameters).map(([name, value]) => ({
      name,
      value,
      unit: 'setting of the framework',
      citation: null,
    })),
    inputs: [
      { name: 'method', value: method.label },
      { name: 'netting key', value: leg.nettingKey.join(', ') },
    ],
    assumptions: leg.assumptions,
    children: [...sets.map(({ result }) => result.node), ...adjusted.nodes],
  });
  return { node, margins, minimumTransfers: adjusted.minimumTransfers, thresholds: adjusted.thresholds };
}

/** A leg whose rule has the dealer collect and never post, seen from the post side: its positions are covered, and ask nothing. */
function postsNothing(
  leg: FrameworkLeg,
  positions: readonly ResolvedPosition[],
  common: Pick<MarginNode, 'path' | 'label' | 'level' | 'citations'>,
): AppliedLeg {
  const node = buildNode({
    ...common,
    amount: ZERO,
    formula: 'nothing is posted: the rule has the dealer collect initial margin only',
    inputs: [{ name: 'positions', value: String(positions.length) }],
    assumptions: leg.assumptions,
  });
  const margins = positions.map(({ position }) => ({ position, leg: leg.id, standalone: ZERO, contribution: ZERO }));
  return { node, margins, minimumTransfers: ZERO, thresholds: ZERO };
}
