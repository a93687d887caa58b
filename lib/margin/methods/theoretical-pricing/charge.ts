import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import { type MarketCredit, marketOffset, type Pools } from './offsets';
import { PRICING_FIGURES } from './pricing-figures';
import type { PricingSettings } from './pricing-parameters';
import { addShares, type ClassWeights, classWeights, type ProductGroup } from './product-group';

/** A product group's charge and what it is made of. */
export interface GroupCharge {
  readonly group: ProductGroup;
  /** Loss after every offset, by point; 0 where there is none. */
  readonly losses: readonly Decimal[];
  /** What gains of other product groups cover, by point. */
  readonly credits: readonly MarketCredit[];
  /** Index of the point with the largest loss, the first of equals. */
  readonly worst: number;
  readonly amount: Decimal;
  readonly binds: 'loss' | 'minimum';
}

/** Charges of all product groups, after the offsets between those of one market group. */
export function charges(groups: readonly ProductGroup[], settings: PricingSettings): GroupCharge[] {
  const rate = PRICING_FIGURES.marketGroup.ratio.times(settings.offsetScale);
  const credits = marketCredits(groups, rate);
  return groups.map((group) => {
    const covered = credits.get(group) ?? [];
    const losses = group.offsets.map(({ lossOptions, lossBasket }, point) => {
      const loss = sumDecimals([lossOptions.value, lossBasket.value]);
      return Decimal.max(loss.minus(covered[point]?.value ?? ZERO), ZERO);
    });
    let worst = 0;
    losses.forEach((loss, point) => {
      if (loss.gt(losses[worst] ?? ZERO)) worst = point;
    });
    return { group, losses, credits: covered, worst, ...amountOf(group, losses[worst] ?? ZERO, settings) };
  });
}

/** The larger of loss and minimum, and the basket's own charge. */
function amountOf(group: ProductGroup, loss: Decimal, settings: PricingSettings): Pick<GroupCharge, 'amount' | 'binds'> {
  if (settings.basketCharge === 'added') {
    const binds = loss.gte(group.minimum) ? 'loss' : 'minimum';
    return { amount: Decimal.max(loss, group.minimum).plus(group.basketCharge), binds };
  }
  const minimum = group.minimum.plus(group.basketCharge);
  return { amount: Decimal.max(loss, minimum), binds: loss.gte(minimum) ? 'loss' : 'minimum' };
}

/** Whether the basket's own charge is in the amount. */
export function basketChargeCounts({ binds }: GroupCharge, settings: PricingSettings): boolean {
  return settings.basketCharge === 'added' || binds === 'minimum';
}

function marketCredits(groups: readonly ProductGroup[], rate: Decimal): Map<ProductGroup, MarketCredit[]> {
  const credits = new Map<ProductGroup, MarketCredit[]>();
  for (const members of marketGroups(groups).values()) {
    const points = members[0]?.offsets.length ?? 0;
    for (let point = 0; point < points; point += 1) {
      const pools = members.map((group) => poolsAt(group, point));
      marketOffset(pools, rate).forEach((credit, i) => {
        const group = members[i];
        if (group) credits.set(group, [...(credits.get(group) ?? []), credit]);
      });
    }
  }
  return credits;
}

function marketGroups(groups: readonly ProductGroup[]): Map<string, ProductGroup[]> {
  const byMarket = new Map<string, ProductGroup[]>();
  for (const group of groups) {
    if (group.marketGroup === null) continue;
    const members = byMarket.get(group.marketGroup);
    if (members) members.push(group);
    else byMarket.set(group.marketGroup, [group]);
  }
  return byMarket;
}

function poolsAt(group: ProductGroup, point: number): Pools {
  const offset = group.offsets[point];
  const value = (pool: keyof Pools) => offset?.[pool].value ?? ZERO;
  return {
    lossOptions: value('lossOptions'),
    lossBasket: value('lossBasket'),
    gainOptions: value('gainOptions'),
    gainBasket: value('gainBasket'),
  };
}

/** How the gains of a group's own classes at its binding point enter its loss, before what other groups cover. */
export function ownWeights({ group, worst }: GroupCharge): ClassWeights[] {
  const offset = group.offsets[worst];
  return offset === undefined ? [] : classWeights(group, worst, addShares(offset.lossOptions.of, offset.lossBasket.of));
}

/** What gains of other product groups cover of a group's charge; 0 where the minimum binds. */
export function coveredOf({ binds, credits, worst }: GroupCharge): Decimal {
  return binds === 'loss' ? (credits[worst]?.value ?? ZERO) : ZERO;
}

/** The weights of gains that cover losses of other product groups at one point, and what they cover. */
export interface MarketCover {
  readonly point: number;
  readonly covered: Decimal;
  readonly weights: readonly ClassWeights[];
}

/**
 * Which gains cover what other product groups of a market group lose at their binding points. What several groups take at one point is added first, so that
 * the work grows with the number of groups and not with its square.
 */
export function marketCovers(all: readonly GroupCharge[]): MarketCover[] {
  const covers: MarketCover[] = [];
  const byMarket = marketGroups(all.map(({ group }) => group));
  const chargeOf = new Map(all.map((charge) => [charge.group, charge] as const));
  for (const members of byMarket.values()) {
    const taking = members.flatMap((group) => chargeOf.get(group) ?? []).filter((charge) => !coveredOf(charge).isZero());
    for (const point of [...new Set(taking.map(({ worst }) => worst))].sort((a, b) => a - b)) {
      const here = taking.filter(({ worst }) => worst === point);
      const share = (of: (credit: MarketCredit) => Decimal) =>
        sumDecimals(here.flatMap(({ credits }) => credits[point] ?? []).map(of)).neg();
      const shareOptions = share((credit) => credit.shareOfGainOptions);
      const shareBasket = share((credit) => credit.shareOfGainBasket);
      const weights = members.flatMap((group) => {
        const gains = group.offsets[point];
        if (gains === undefined || (gains.gainOptions.value.isZero() && gains.gainBasket.value.isZero())) return [];
        const none = { lossOptions: ZERO, lossBasket: ZERO, gainOptions: ZERO, gainBasket: ZERO };
        return classWeights(group, point, addShares(addShares(none, gains.gainOptions.of, shareOptions), gains.gainBasket.of, shareBasket));
      });
      covers.push({ point, covered: sumDecimals(here.map(coveredOf)), weights });
    }
  }
  return covers;
}
