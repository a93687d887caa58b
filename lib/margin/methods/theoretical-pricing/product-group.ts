import { type Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import { type ClassResidual, classResidual, type GroupOffset, groupOffset, type Pool, type Pools } from './offsets';
import type { PortfolioClass } from './portfolio-line';
import { basketFigure, groupOffset as groupFigure, PRICING_FIGURES } from './pricing-figures';
import type { PricingSettings } from './pricing-parameters';
import type { RangeClass } from './valuation-points';

/** A class's gain or loss at each point, options and baskets apart, and what the first offset leaves. */
export interface ClassPoints {
  readonly of: PortfolioClass;
  readonly residuals: readonly ClassResidual[];
  readonly totals: readonly Decimal[];
}

/** Classes that are charged together: a product group, or a class by itself. */
export interface ProductGroup {
  readonly key: string;
  readonly label: string;
  readonly rangeClass: RangeClass;
  /** Market group of a diversified group; null where it has none. */
  readonly marketGroup: string | null;
  readonly classes: readonly ClassPoints[];
  /** After the second offset, by point. */
  readonly offsets: readonly GroupOffset[];
  readonly minimum: Decimal;
  /** Market value of its baskets, where they offset options, and the charge on it. */
  readonly basketValue: Decimal;
  readonly basketCharge: Decimal;
}

const DIVERSIFIED = new Set<RangeClass>(['high_cap_index', 'non_high_cap_index']);

/** Classes by product group, in order of their names. */
export function productGroups(classes: readonly PortfolioClass[], settings: PricingSettings): ProductGroup[] {
  const groups = new Map<string, PortfolioClass[]>();
  for (const one of classes) {
    const grouped = one.productGroup !== null && groupFigure(one.rangeClass) !== null;
    const key = JSON.stringify([one.rangeClass, grouped ? 'group' : 'class', grouped ? one.productGroup : one.underlier]);
    const members = groups.get(key);
    if (members) members.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.keys()].sort().flatMap((key) => groupOf(key, groups.get(key) ?? [], settings));
}

function groupOf(key: string, members: readonly PortfolioClass[], settings: PricingSettings): ProductGroup[] {
  const [first] = members;
  if (first === undefined) return [];
  const { rangeClass } = first;
  const classes = members.map((one) => classPoints(one, settings));
  const figure = members.length > 1 ? groupFigure(rangeClass) : null;
  const rate = figure === null ? null : figure.ratio.times(settings.offsetScale);
  const offsets = first.points.map((_, point) => groupOffset(poolsOf(classes, point), rate));
  const lines = members.flatMap(({ lines }) => lines);
  const offset = settings.offsetScale.gt(0) && basketOffsets(classes, members.length > 1);
  const basketValue = offset ? sumDecimals(lines.map((line) => line.basketValue)) : ZERO;
  const grouped = first.productGroup !== null && groupFigure(rangeClass) !== null;
  return [
    {
      key,
      label: grouped ? (first.productGroup ?? '') : first.underlier,
      rangeClass,
      marketGroup: DIVERSIFIED.has(rangeClass) ? first.marketGroup : null,
      classes,
      offsets,
      minimum: sumDecimals(lines.map((line) => line.minimum)),
      basketValue,
      basketCharge: basketValue.times(basketFigure(rangeClass).ratio),
    },
  ];
}

function classPoints(one: PortfolioClass, settings: PricingSettings): ClassPoints {
  const rate = PRICING_FIGURES.basketOffset.ratio.times(settings.offsetScale);
  const baskets = one.lines.filter(({ kind }) => kind === 'basket');
  const others = baskets.length === 0 ? one.lines : one.lines.filter(({ kind }) => kind !== 'basket');
  const at = (lines: typeof one.lines, point: number) => sumDecimals(lines.map(({ gains }) => gains[point] ?? ZERO));
  const residuals = one.points.map((_, point) => classResidual(at(others, point), at(baskets, point), rate));
  return { of: one, residuals, totals: residuals.map(({ options, basket }) => options.value.plus(basket.value)) };
}

/** Losses and gains of the classes at a point, options and baskets apart. */
function poolsOf(classes: readonly ClassPoints[], point: number): Pools {
  const values = (part: 'options' | 'basket') => classes.map(({ residuals }) => residuals[point]?.[part].value ?? ZERO);
  const losses = (part: 'options' | 'basket') => sumDecimals(values(part).flatMap((value) => (value.isNegative() ? [value.neg()] : [])));
  const gains = (part: 'options' | 'basket') => sumDecimals(values(part).filter((value) => !value.isNegative()));
  return { lossOptions: losses('options'), lossBasket: losses('basket'), gainOptions: gains('options'), gainBasket: gains('basket') };
}

/** Whether a basket and options gain and lose against each other at any point: then the basket has a charge of its own. */
function basketOffsets(classes: readonly ClassPoints[], grouped: boolean): boolean {
  const opposite = (lines: PortfolioClass['lines'], point: number) => {
    const of = (basket: boolean) => lines.filter(({ kind }) => (kind === 'basket') === basket).map(({ gains }) => gains[point] ?? ZERO);
    return sumDecimals(of(true))
      .times(sumDecimals(of(false)))
      .lt(0);
  };
  const sets = grouped ? [classes.flatMap((one) => one.of.lines)] : classes.map((one) => one.of.lines);
  if (!sets.some((lines) => lines.some(({ kind }) => kind === 'basket'))) return false;
  return sets.some((lines) => (lines[0]?.gains ?? []).some((_, point) => opposite(lines, point)));
}

/** Weights of positions of a class in a value of its group: for options and what goes with them, and for baskets. */
export interface ClassWeights {
  readonly of: PortfolioClass;
  readonly options: Decimal;
  readonly basket: Decimal;
}

/** How much each class's gains at a point enter a value that is linear in the group's pools. */
export function classWeights(group: ProductGroup, point: number, of: Readonly<Record<Pool, Decimal>>): ClassWeights[] {
  return group.classes.map(({ of: one, residuals }) => {
    const residual = residuals[point];
    let options = ZERO;
    let basket = ZERO;
    for (const part of ['options', 'basket'] as const) {
      const left = residual?.[part];
      if (left === undefined || left.value.isZero()) continue;
      const lost = left.value.isNegative();
      const pool = part === 'options' ? (lost ? 'lossOptions' : 'gainOptions') : lost ? 'lossBasket' : 'gainBasket';
      const factor = lost ? of[pool].neg() : of[pool];
      options = options.plus(factor.times(left.of.options));
      basket = basket.plus(factor.times(left.of.basket));
    }
    return { of: one, options, basket };
  });
}

/** Adds two values' shares of pools, the second times a factor. */
export function addShares(
  a: Readonly<Record<Pool, Decimal>>,
  b: Readonly<Record<Pool, Decimal>>,
  factor: Decimal = ONE,
): Record<Pool, Decimal> {
  const plus = (pool: Pool) => a[pool].plus(b[pool].times(factor));
  return {
    lossOptions: plus('lossOptions'),
    lossBasket: plus('lossBasket'),
    gainOptions: plus('gainOptions'),
    gainBasket: plus('gainBasket'),
  };
}
