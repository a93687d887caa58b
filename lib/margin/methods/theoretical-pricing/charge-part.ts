import { type Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { allocate } from '../allocate';
import { buildNode, leafNode, numberInput, slug } from '../build-node';
import type { MarginNode, NodeInput, ParameterReference } from '../margin-node';
import { rule4210 } from '../strategy-based/strategy-figures';
import { addShare } from './add-share';
import { basketChargeCounts, coveredOf, type GroupCharge, type MarketCover, ownWeights } from './charge';
import type { PortfolioClass, PortfolioLine } from './portfolio-line';
import { basketFigure, groupOffset, minimumFigure, PRICING_FIGURES } from './pricing-figures';
import type { PricingSettings } from './pricing-parameters';
import type { ClassWeights, ProductGroup } from './product-group';
import { appendixA, RANGE_CLASS_LABELS, rangeReference } from './valuation-points';

/** A product group's node, and each position's share of its amount, adding up to it exactly. */
export interface ChargePart {
  readonly node: MarginNode;
  readonly shares: readonly (readonly [positionId: string, amount: Decimal])[];
}

type Shares = Map<string, Decimal>;

/** The tree of one product group: group, classes, positions; what gains of other groups cover of its loss is a node of its own. */
export function chargePart(charge: GroupCharge, setPath: string, currency: string, settings: PricingSettings): ChargePart {
  const { group } = charge;
  const path = `${setPath}/${slug(group.rangeClass)}/${slug(group.label)}`;
  const covered = coveredOf(charge);
  const shares = sharesOf(charge, covered, settings);
  const classes = group.classes.map(({ of, totals }) => {
    const classPath = `${path}/${slug(of.underlier)}`;
    const children = of.lines.map((line) => lineNode(line, shares.get(line.id) ?? ZERO, of, charge, classPath, currency));
    return buildNode({
      path: classPath,
      label: of.underlier,
      level: 'bucket',
      amount: sumDecimals(children.map(({ amount }) => amount)),
      formula: "theoretical.class: sum of its positions' shares of the charge",
      citations: [appendixA('(b)(1)(v)(B)(1)')],
      parameters: of.lines.some(({ kind }) => kind === 'basket') ? [PRICING_FIGURES.basketOffset.reference] : [],
      inputs: [
        ...(of.price === null ? [] : [numberInput(`price of one unit (${of.price.from})`, of.price.value, currency)]),
        ...of.points.map(({ label }, point) => numberInput(`gain at ${label}`, totals[point] ?? ZERO, currency)),
      ],
      children,
    });
  });
  const coverNode = buildNode({
    path: `${path}/market-group`,
    label: `Gains of other product groups in ${group.marketGroup ?? ''}`,
    level: 'adjustment',
    amount: covered.neg(),
    formula: 'theoretical.market-group: − 50 % of gains at the binding point, in proportion to the losses that they cover',
    citations: [appendixA('(b)(1)(v)(B)(3)')],
    parameters: [PRICING_FIGURES.marketGroup.reference],
  });
  const node = buildNode({
    path,
    label: `${group.label} (${RANGE_CLASS_LABELS[group.rangeClass]})`,
    level: 'class',
    amount: charge.amount,
    formula: formulaOf(group, settings),
    citations: [settings.rule === 'finra-4210' ? rule4210('(g)') : appendixA('(b)(1)(v)(C)')],
    parameters: references(group, settings),
    inputs: inputsOf(charge, currency),
    assumptions: [
      ...(group.marketGroup === null
        ? []
        : ['Each product group is charged at its own worst point, after what other groups of its market group cover there.']),
      ...(group.basketValue.isZero() ? [] : ['A stock of a basket is taken to move as its index does.']),
    ],
    children: covered.isZero() ? classes : [...classes, coverNode],
  });
  return { node, shares: [...shares] };
}

/** Shares of positions whose gains cover losses of other product groups; they add up to what is covered, with the sign of an offset. */
export function coverShares(covers: readonly MarketCover[]): ChargePart['shares'] {
  return covers.flatMap(({ point, covered, weights }) => {
    const shares: Shares = new Map();
    addWeighted(shares, weights, point);
    closeGap(shares, covered.neg());
    return [...shares];
  });
}

/** Shares of a group's own positions: the charge and what other groups cover of it. */
function sharesOf(charge: GroupCharge, covered: Decimal, settings: PricingSettings): Shares {
  const { group, binds, worst } = charge;
  const lines = group.classes.flatMap(({ of }) => of.lines);
  const shares: Shares = new Map();
  if (binds === 'minimum') for (const line of lines) addShare(shares, line.id, line.minimum);
  else addWeighted(shares, ownWeights(charge), worst);
  if (basketChargeCounts(charge, settings) && !group.basketCharge.isZero()) {
    const baskets = lines.filter(({ basketValue }) => !basketValue.isZero());
    const parts = allocate(
      group.basketCharge,
      baskets.map(({ basketValue }) => basketValue),
    );
    baskets.forEach((line, i) => {
      addShare(shares, line.id, parts[i] ?? ZERO);
    });
  }
  closeGap(shares, sumDecimals([charge.amount, covered]));
  return shares;
}

function addWeighted(shares: Shares, weights: readonly ClassWeights[], point: number): void {
  for (const { of, options, basket } of weights) {
    for (const line of of.lines) addShare(shares, line.id, (line.gains[point] ?? ZERO).times(line.kind === 'basket' ? basket : options));
  }
}

/** Divisions are rounded at the fortieth digit; what that leaves goes to the largest share, so that shares add up to the amount exactly. */
function closeGap(shares: Shares, amount: Decimal): void {
  const gap = sumDecimals([amount, ...[...shares.values()].map((share) => share.neg())]);
  if (gap.isZero()) return;
  let largest: string | null = null;
  for (const [id, share] of shares) if (largest === null || share.abs().gt(shares.get(largest)?.abs() ?? ZERO)) largest = id;
  if (largest !== null) addShare(shares, largest, gap);
}

function lineNode(
  line: PortfolioLine,
  amount: Decimal,
  of: PortfolioClass,
  charge: GroupCharge,
  classPath: string,
  currency: string,
): MarginNode {
  const { worst, binds } = charge;
  return leafNode('position', amount, () => {
    const point = of.points[worst];
    return {
      path: `${classPath}/${slug(line.id)}`,
      label: line.id,
      formula:
        binds === 'loss'
          ? 'theoretical.position: its loss at the binding point, a gain as far as it offsets'
          : 'theoretical.position: its minimum charge',
      inputs: [
        ...line.inputs(),
        ...(point === undefined ? [] : [numberInput(`gain at ${point.label}`, line.gains[worst] ?? ZERO, currency)]),
        numberInput('minimum charge', line.minimum, currency),
      ],
      assumptions: line.assumptions,
    };
  });
}

function formulaOf({ basketCharge }: ProductGroup, settings: PricingSettings): string {
  const charge = 'theoretical.charge: larger of the largest loss at the ten points and the minimum';
  if (basketCharge.isZero()) return charge;
  return settings.basketCharge === 'added' ? `${charge}, plus the charge on the basket` : `${charge} with the charge on the basket`;
}

function references(group: ProductGroup, settings: PricingSettings): ParameterReference[] {
  const range = rangeReference(group.rangeClass, settings.rule, settings.table);
  const minimum = minimumFigure(group.rangeClass, settings.rule);
  const offset = group.classes.length > 1 ? groupOffset(group.rangeClass) : null;
  return [
    ...(range === null ? [] : [range]),
    ...(offset === null ? [] : [offset.reference]),
    ...(minimum === null ? [] : [minimum.reference]),
    ...(group.basketCharge.isZero() ? [] : [basketFigure(group.rangeClass).reference]),
  ];
}

function inputsOf({ group, losses, worst, binds }: GroupCharge, currency: string): NodeInput[] {
  const points = group.classes[0]?.of.points ?? [];
  return [
    ...points.map(({ label }, point) => numberInput(`loss at ${label} after offsets`, losses[point] ?? ZERO, currency)),
    { name: 'binding point', value: binds === 'loss' ? (points[worst]?.label ?? '') : 'none: the minimum binds' },
    numberInput('minimum charge', group.minimum, currency),
    ...(group.basketCharge.isZero() ? [] : [numberInput('market value of the basket', group.basketValue, currency)]),
  ];
}
