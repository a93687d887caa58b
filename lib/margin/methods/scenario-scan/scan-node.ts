import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { buildNode, buildSum, numberInput, slug } from '../build-node';
import { cfr } from '../cite';
import type { MarginNode, NodeInput } from '../margin-node';
import type { CommodityRisk } from './commodity-risk';
import { creditOf, type FormedCredit } from './inter-commodity';
import type { ScanLine } from './scan-line';
import { commodityReferences, SCAN_SCENARIOS, scenarioLabel } from './scan-scenarios';

interface Place {
  readonly path: string;
  readonly currency: string;
  /** Where the figures are from. */
  readonly source: string;
}

/** The tree of one commodity; its parts add up to its amount. */
export function commodityNode(risk: CommodityRisk, amount: Decimal, credits: readonly FormedCredit[], place: Place): MarginNode {
  const { commodity, intra, delivery, shortOptionMinimum } = risk;
  const path = `${place.path}/${slug(commodity.id)}`;
  const { currency } = place;
  const credit = creditOf(commodity.id, credits);
  const charge = (id: string, label: string, value: Decimal, formula: string, inputs: readonly NodeInput[], citations = NONE) =>
    value.isZero() ? [] : [buildNode({ path: `${path}/${id}`, label, level: 'adjustment', amount: value, formula, inputs, citations })];
  const parts = [
    scanNode(risk, path, currency),
    ...charge('intra', 'Spreads between months', intra.amount, 'scan.intra: sum of spreads × charge, by priority of the tiers', [
      numberInput('spreads', intra.count, 'contracts of delta'),
    ]),
    ...charge('delivery', 'Delivery month', delivery.amount, 'scan.delivery: net delta in the month of the portfolio × charge', [
      numberInput('delta in the delivery month', delivery.count, 'contracts of delta'),
    ]),
    ...charge(
      'inter',
      'Credit for offsets against other commodities',
      credit.neg(),
      'scan.inter: − share × price risk × delta used ÷ net delta, by priority',
      creditInputs(risk, credits, currency),
      [cfr('39.13', '(g)(4)')],
    ),
  ];
  const before = sumDecimals(parts.map((part) => part.amount));
  const raised = sumDecimals([amount, before.neg()]);
  return buildSum({
    path,
    label: commodity.id,
    level: 'class',
    formula: 'scan.commodity: max(scan risk + spreads + delivery − credit, short option minimum)',
    parameters: commodityReferences(commodity, place.source),
    inputs: [
      numberInput('short option minimum', shortOptionMinimum, currency),
      numberInput('net delta', risk.netDelta, 'contracts of delta'),
    ],
    children: [
      ...parts,
      ...charge('minimum', 'Short option minimum', raised, 'scan.minimum: short option minimum − what the other parts come to', []),
    ],
  });
}

const NONE: MarginNode['citations'] = [];

function scanNode({ lines, totals, binding, scanRisk }: CommodityRisk, parentPath: string, currency: string): MarginNode {
  const path = `${parentPath}/scan`;
  const scenario = binding === null ? null : SCAN_SCENARIOS[binding];
  return buildNode({
    path,
    label: 'Scan risk',
    level: 'bucket',
    amount: scanRisk,
    formula: 'scan.risk: largest loss of the 16 scenarios, not below 0',
    inputs: [
      { name: 'binding scenario', value: scenario ? `${scenario.number}: ${scenarioLabel(scenario)}` : 'none has a loss' },
      ...SCAN_SCENARIOS.map((item, i) =>
        numberInput(`loss in scenario ${item.number}: ${scenarioLabel(item)}`, totals[i] ?? ZERO, currency),
      ),
    ],
    children:
      binding === null
        ? []
        : lines.map((line) =>
            buildNode({
              path: `${path}/${slug(line.id)}`,
              label: line.id,
              level: 'position',
              amount: line.losses[binding] ?? ZERO,
              formula: 'scan.position: its loss in the binding scenario',
              inputs: [numberInput('delta', line.delta, 'contracts'), { name: 'months to maturity', value: String(line.months) }],
              assumptions: line.assumptions,
            }),
          ),
  });
}

function creditInputs(risk: CommodityRisk, credits: readonly FormedCredit[], currency: string): NodeInput[] {
  const own = credits.filter(({ amounts }) => amounts.some(({ commodity }) => commodity === risk.commodity.id));
  return [
    numberInput('price risk', risk.priceRisk, currency),
    ...own.map(({ rule, spreads }) =>
      numberInput(`spreads of priority ${rule.priority}: ${rule.legs.map(({ commodity }) => commodity).join(' / ')}`, spreads, 'spreads'),
    ),
  ];
}

/** What the options of the set are worth, taken off the risk. */
export function optionValueNode(path: string, netOptionValue: Decimal, lines: readonly ScanLine[], currency: string): MarginNode {
  const side = (wanted: (value: Decimal) => boolean) =>
    sumDecimals(lines.flatMap(({ optionValue }) => (optionValue !== null && wanted(optionValue) ? [optionValue] : [])));
  return buildNode({
    path: `${path}/option-value`,
    label: 'Net option value',
    level: 'adjustment',
    amount: netOptionValue.neg(),
    formula: 'scan.option-value: − (value of long options − value of short options)',
    inputs: [
      numberInput(
        'long options',
        side((value) => value.gt(0)),
        currency,
      ),
      numberInput(
        'short options',
        side((value) => value.lt(0)),
        currency,
      ),
    ],
  });
}
