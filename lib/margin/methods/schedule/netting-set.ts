import { Decimal, sumDecimals } from '@/lib/core/decimal';
import { allocate } from '../allocate';
import { buildNode, buildSum, numberInput } from '../build-node';
import { cfr } from '../cite';
import { groupFailures, type PositionFailure } from '../group-failures';
import type { MarginFailure, MarginNode } from '../margin-node';
import type { MethodResult } from '../method';
import { type GrossMargin, type GrossMarginContext, grossMargin, grossMarginNode } from './gross-margin';
import { replacementCost } from './replacement-cost';
import { scheduleClassLabel } from './schedule-table';
import { SCHEDULE_ASSET_CLASSES, type ScheduleTrade } from './schedule-trade';

const GROSS_SHARE = new Decimal('0.4');
const NET_SHARE = new Decimal('0.6');

/** What the schedule margins together, and what is already known to have no amount. */
export interface ScheduleNettingSet {
  readonly path: string;
  readonly label: string;
  /** False where no netting agreement covers the trades: each stands alone and no ratio applies. */
  readonly underAgreement: boolean;
  readonly trades: readonly ScheduleTrade[];
  readonly failures?: readonly PositionFailure[];
}

/**
 * Initial margin of one netting set by the table: 0.4 × G + 0.6 × NGR × G, 17 CFR 23.154(c)(2). A trade that fails is left out of G and
 * of the ratio, and named. The amount is exact but for the ratio, which is a quotient of 40 significant digits.
 */
export function scheduleNettingSet(set: ScheduleNettingSet, context: GrossMarginContext): MethodResult {
  const failed: PositionFailure[] = [...(set.failures ?? [])];
  const margins: GrossMargin[] = [];
  for (const trade of [...set.trades].sort((a, b) => (a.tradeId < b.tradeId ? -1 : 1))) {
    const result = grossMargin(trade, context);
    if (result.ok) margins.push(result.value);
    else failed.push(...result.failures);
  }
  const gross = sumDecimals(margins.map((margin) => margin.amount));
  const classes = classNodes(margins, set.path, context.currency);
  const failures = groupFailures(failed);
  const node = set.underAgreement
    ? nettedNode(set, margins, gross, classes, failures, context)
    : grossNode(set, classes, failures, context);
  const weights = margins.map((margin) => margin.amount);
  const shares = allocate(node.amount, weights);
  return {
    node,
    contributions: new Map(margins.map(({ trade }, i) => [trade.tradeId, shares[i] ?? node.amount])),
    standalone: new Map(margins.map(({ trade, amount }) => [trade.tradeId, amount])),
  };
}

function nettedNode(
  set: ScheduleNettingSet,
  margins: readonly GrossMargin[],
  gross: Decimal,
  children: readonly MarginNode[],
  failures: readonly MarginFailure[],
  context: GrossMarginContext,
): MarginNode {
  const cost = replacementCost(margins.map((margin) => margin.trade));
  const assumptions = [...commonAssumptions(margins, context)];
  if (cost.net.isNegative() && !cost.gross.isZero())
    assumptions.push('The net replacement cost is negative and counts as 0 in the ratio; the rule states no floor.');
  if (cost.withoutValue > 0)
    assumptions.push(
      `${cost.withoutValue} of ${margins.length} trades have no market value in the input; their replacement cost counts as 0.`,
    );
  return buildNode({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    amount: gross.times(GROSS_SHARE).plus(gross.times(NET_SHARE).times(cost.netToGross)),
    formula: 'schedule.net-to-gross: 0.4 × G + 0.6 × NGR × G',
    citations: [cfr('23.154', '(c)(2)')],
    parameters: [
      { name: 'share of G kept whatever the netting', value: '0.4', unit: 'ratio', citation: cfr('23.154', '(c)(2)(ii)') },
      { name: 'share of G scaled by the net-to-gross ratio', value: '0.6', unit: 'ratio', citation: cfr('23.154', '(c)(2)(ii)') },
    ],
    inputs: [
      numberInput('G, gross initial margin', gross, context.currency),
      numberInput('gross current replacement cost', cost.gross, context.currency),
      numberInput('net current replacement cost', cost.net, context.currency),
      numberInput('NGR, net-to-gross ratio', cost.netToGross, 'ratio'),
    ],
    assumptions,
    failures,
    children,
  });
}

function grossNode(
  set: ScheduleNettingSet,
  children: readonly MarginNode[],
  failures: readonly MarginFailure[],
  context: GrossMarginContext,
): MarginNode {
  return buildSum({
    path: set.path,
    label: set.label,
    level: 'netting-set',
    formula: 'schedule.gross: G, each trade on its own',
    citations: [cfr('23.154', '(c)(1)')],
    inputs: [{ name: 'currency', value: context.currency }],
    assumptions: [
      'No netting agreement is named, so the net-to-gross ratio, which is for swaps under an eligible master netting agreement, does not apply.',
    ],
    failures,
    children,
  });
}

function classNodes(margins: readonly GrossMargin[], parentPath: string, currency: string): MarginNode[] {
  return SCHEDULE_ASSET_CLASSES.flatMap((assetClass) => {
    const members = margins.filter((margin) => margin.trade.assetClass === assetClass);
    if (members.length === 0) return [];
    const path = `${parentPath}/${assetClass}`;
    return [
      buildSum({
        path,
        label: `${scheduleClassLabel(assetClass)}, gross`,
        level: 'class',
        formula: 'schedule.gross: sum of effective notional × percentage',
        citations: [cfr('23.154', '(c)(2)(ii)(A)')],
        children: members.map((margin) => grossMarginNode(margin, path, currency)),
      }),
    ];
  });
}

function commonAssumptions(margins: readonly GrossMargin[], context: GrossMarginContext): string[] {
  const banded = margins.filter(({ cell }) => cell.label.includes('year'));
  if (banded.length === 0) return [];
  const byMaturity = banded.filter(({ trade }) => trade.durationYears === null).length;
  return [
    ...(byMaturity > 0 ? [`The time to maturity stands in for the duration of ${byMaturity} trades, which the input does not give.`] : []),
    `Exactly 2 and exactly 5 years count in the ${context.edge} band; the rule does not say.`,
  ];
}
