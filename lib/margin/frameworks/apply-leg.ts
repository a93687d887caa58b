import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { Classification } from '../classification/regime';
import { buildNode, buildSum } from '../methods/build-node';
import type { MarginNode } from '../methods/margin-node';
import type { MethodContext, ResolvedPosition } from '../methods/method';
import { METHODS } from '../methods/method-registry';
import { type AdjustmentSettings, adjustLeg, type CounterpartyMargin, type ThresholdPool } from './adjustments';
import type { EvidenceTest } from './evidence-test';
import type { FrameworkLeg } from './framework';
import type { KnownMargins } from './known-margins';
import { marginSet } from './margin-set';
import { methodsOfLeg } from './methods-of-leg';
import { nettingSets } from './netting-sets';
import type { PositionMargin } from './position-margin';

/** What the legs of one application share. */
export interface LegRun {
  readonly context: MethodContext;
  readonly classifications: ReadonlyMap<string, Classification>;
  readonly has: EvidenceTest;
  readonly known: KnownMargins;
  readonly settings: Omit<AdjustmentSettings, 'currency'>;
  /** Thresholds used by the legs before. */
  readonly used: ThresholdPool;
}

export interface AppliedLeg {
  readonly node: MarginNode;
  readonly margins: readonly PositionMargin[];
  readonly minimumTransfers: Decimal;
  readonly thresholds: Decimal;
}

/** Margins the positions of one leg: netting set by netting set, then threshold and minimum transfer amount by counterparty. */
export function applyLeg(leg: FrameworkLeg, positions: readonly ResolvedPosition[], run: LegRun): AppliedLeg {
  const { context, settings, used } = run;
  const path = `total/${leg.id}`;
  const common = { path, label: leg.label, level: 'regime', citations: leg.citations } as const;
  if (context.side === 'post' && leg.collectOnly === true) return postsNothing(leg, positions, common);
  const sets = nettingSets(leg, positions, path).map((set) => {
    const result = marginSet(leg, set, context, run.classifications, run.has);
    run.known.keep(leg, set, result);
    return { set, result };
  });
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
  const adjusted = adjustLeg(leg, path, counterparties, used, { ...settings, currency: context.currency });
  const margins = sets.flatMap(({ set, result }) =>
    set.positions.flatMap(({ position }) => {
      const contribution = result.contributions.get(position.positionId);
      if (contribution === undefined) return [];
      const change = adjusted.changes.get(position.positionId) ?? ZERO;
      const standalone = result.standalone.get(position.positionId) ?? ZERO;
      return [{ position, leg: leg.id, standalone, contribution: change.isZero() ? contribution : sumDecimals([contribution, change]) }];
    }),
  );
  const methods = methodsOfLeg(leg);
  const node = buildSum({
    ...common,
    formula: 'sum of the netting sets, less threshold and minimum transfer amounts where they are applied',
    parameters: methods.flatMap(({ parameters }) =>
      Object.entries(parameters).map(([name, value]) => ({ name, value, unit: 'setting of the framework', citation: null })),
    ),
    inputs: [
      { name: 'method', value: [...new Set(methods.map(({ id }) => METHODS[id].label))].join(', ') },
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
