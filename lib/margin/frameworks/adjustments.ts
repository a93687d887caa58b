import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { allocate } from '../methods/allocate';
import { buildNode, buildSum, numberInput, slug } from '../methods/build-node';
import type { MarginNode } from '../methods/margin-node';
import type { FrameworkLeg } from './framework';

export interface AdjustmentSettings {
  readonly threshold: 'applied' | 'ignored';
  readonly minimumTransfer: 'applied' | 'ignored';
  readonly currency: string;
}

/** Threshold already used by each counterparty in the legs before. */
export type ThresholdPool = Map<string, Decimal>;

/** What a leg asks of one counterparty, by position, before threshold and minimum transfer amount. */
export interface CounterpartyMargin {
  readonly counterparty: string;
  readonly contributions: ReadonlyMap<string, Decimal>;
}

export interface LegAdjustments {
  readonly nodes: readonly MarginNode[];
  readonly thresholds: Decimal;
  readonly minimumTransfers: Decimal;
  /** What each position's contribution changes by; adds up to both amounts exactly. */
  readonly changes: ReadonlyMap<string, Decimal>;
}

/** The rules state both amounts in US dollars. */
const STATED_IN = 'USD';

/**
 * Threshold and minimum transfer amount of one leg, counterparty by counterparty. A counterparty has one threshold for all legs of a framework: what an
 * earlier leg used is gone (23.154(a)(3); 240.18a-3(c)(1)(iii)(H) counts all non-cleared swaps). Where a parameter says ignored, the node stands with
 * amount 0 and says what applying it would give.
 */
export function adjustLeg(
  leg: FrameworkLeg,
  legPath: string,
  margins: readonly CounterpartyMargin[],
  used: ThresholdPool,
  settings: AdjustmentSettings,
): LegAdjustments {
  const thresholdNodes: MarginNode[] = [];
  const transferNodes: MarginNode[] = [];
  const changes = new Map<string, Decimal>();
  if (settings.currency !== STATED_IN) return { nodes: notConverted(leg, legPath), thresholds: ZERO, minimumTransfers: ZERO, changes };
  for (const margin of margins) {
    const required = sumDecimals(margin.contributions.values());
    if (required.isZero()) continue;
    let left = required;
    if (leg.threshold !== null) {
      const available = Decimal.max(new Decimal(leg.threshold.amount).minus(used.get(margin.counterparty) ?? ZERO), ZERO);
      const reduction = Decimal.min(available, required);
      const applied = settings.threshold === 'applied';
      thresholdNodes.push(
        thresholdNode(leg, `${legPath}/thresholds`, margin.counterparty, { required, available, reduction, applied }, settings.currency),
      );
      if (applied) {
        used.set(margin.counterparty, (used.get(margin.counterparty) ?? ZERO).plus(reduction));
        left = sumDecimals([required, reduction.neg()]);
      }
    }
    if (leg.minimumTransfer !== null && left.gt(0)) {
      const minimum = new Decimal(leg.minimumTransfer.amount);
      if (left.lt(minimum) || (leg.minimumTransfer.aboveOnly === true && left.eq(minimum))) {
        const applied = settings.minimumTransfer === 'applied';
        transferNodes.push(transferNode(leg, `${legPath}/minimum-transfers`, margin.counterparty, left, applied, settings.currency));
        if (applied) left = ZERO;
      }
    }
    addChanges(changes, margin, sumDecimals([left, required.neg()]));
  }
  const nodes = [
    ...adjustmentSum(`${legPath}/thresholds`, 'Initial margin thresholds', thresholdNodes),
    ...adjustmentSum(`${legPath}/minimum-transfers`, 'Minimum transfer amounts', transferNodes),
  ];
  return {
    nodes,
    thresholds: sumDecimals(thresholdNodes.map((node) => node.amount)),
    minimumTransfers: sumDecimals(transferNodes.map((node) => node.amount)),
    changes,
  };
}

function addChanges(changes: Map<string, Decimal>, margin: CounterpartyMargin, change: Decimal): void {
  if (change.isZero()) return;
  const ids = [...margin.contributions.keys()].sort();
  const shares = allocate(
    change,
    ids.map((id) => margin.contributions.get(id) ?? ZERO),
  );
  ids.forEach((id, i) => {
    changes.set(id, shares[i] ?? ZERO);
  });
}

function thresholdNode(
  leg: FrameworkLeg,
  parentPath: string,
  counterparty: string,
  amounts: { required: Decimal; available: Decimal; reduction: Decimal; applied: boolean },
  currency: string,
): MarginNode {
  const { required, available, reduction, applied } = amounts;
  return buildNode({
    path: `${parentPath}/${slug(counterparty)}`,
    label: counterparty,
    level: 'adjustment',
    amount: applied ? reduction.neg() : ZERO,
    formula: applied ? 'threshold: − min(threshold not yet used, requirement)' : 'threshold: not applied (run parameter)',
    citations: leg.threshold === null ? [] : [leg.threshold.citation],
    parameters: [
      {
        name: 'initial margin threshold amount',
        value: leg.threshold?.amount ?? '',
        unit: 'USD',
        citation: leg.threshold?.citation ?? null,
      },
    ],
    inputs: [
      numberInput('requirement before the threshold', required, currency),
      numberInput('threshold not yet used', available, currency),
      numberInput('requirement if the threshold is applied', sumDecimals([required, reduction.neg()]), currency),
    ],
    assumptions: ['The counterparty named in the positions file stands for its group; exposures outside the portfolio are not counted.'],
  });
}

function transferNode(
  leg: FrameworkLeg,
  parentPath: string,
  counterparty: string,
  left: Decimal,
  applied: boolean,
  currency: string,
): MarginNode {
  return buildNode({
    path: `${parentPath}/${slug(counterparty)}`,
    label: counterparty,
    level: 'adjustment',
    amount: applied ? left.neg() : ZERO,
    formula: applied ? 'minimum transfer: nothing moves below the amount' : 'minimum transfer: not applied (run parameter)',
    citations: leg.minimumTransfer === null ? [] : [leg.minimumTransfer.citation],
    parameters: [
      {
        name: 'minimum transfer amount',
        value: leg.minimumTransfer?.amount ?? '',
        unit: 'USD',
        citation: leg.minimumTransfer?.citation ?? null,
      },
    ],
    inputs: [numberInput('initial margin due', left, currency)],
    assumptions: ['Variation margin, which counts towards the same amount, is not known here and counts as 0.'],
  });
}

function adjustmentSum(path: string, label: string, children: readonly MarginNode[]): MarginNode[] {
  return children.length === 0 ? [] : [buildSum({ path, label, level: 'adjustment', children })];
}

function notConverted(leg: FrameworkLeg, legPath: string): MarginNode[] {
  if (leg.threshold === null && leg.minimumTransfer === null) return [];
  return [
    buildNode({
      path: `${legPath}/thresholds`,
      label: 'Initial margin thresholds',
      level: 'adjustment',
      amount: ZERO,
      formula: 'threshold: not applied',
      assumptions: [
        'Threshold and minimum transfer amount are stated in US dollars and the calculation is in another currency: neither is applied.',
      ],
    }),
  ];
}
