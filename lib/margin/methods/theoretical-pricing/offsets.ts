import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';

/** Losses and gains at one point by what they stem from: options and what goes with them, or a qualified stock basket. None is negative. */
export interface Pools {
  readonly lossOptions: Decimal;
  readonly lossBasket: Decimal;
  readonly gainOptions: Decimal;
  readonly gainBasket: Decimal;
}
export type Pool = keyof Pools;

/** A value that is linear in others: what it is, and how much of each it holds. */
export interface Term<K extends string> {
  readonly value: Decimal;
  readonly of: Readonly<Record<K, Decimal>>;
}

/** What is left of a class at one point: a gain is positive, a loss negative. */
export interface ClassResidual {
  readonly options: Term<'options' | 'basket'>;
  readonly basket: Term<'options' | 'basket'>;
}

const ONE = new Decimal(1);

/**
 * First offset, (b)(1)(v)(B)(1)(ii): within a class a share (95 %) of the gain of options offsets the loss of the stock basket on the same index, or the
 * other way round. A loss that is covered leaves the gain that was not needed for it.
 */
export function classResidual(options: Decimal, basket: Decimal, rate: Decimal): ClassResidual {
  const own = {
    options: { value: options, of: { options: ONE, basket: ZERO } },
    basket: { value: basket, of: { options: ZERO, basket: ONE } },
  };
  if (rate.isZero() || !options.times(basket).isNegative() || options.isZero() || basket.isZero()) return own;
  const optionsGain = options.gt(0);
  const [gain, loss] = optionsGain ? [options, basket.neg()] : [basket, options.neg()];
  const credit = gain.times(rate);
  const none = { value: ZERO, of: { options: ZERO, basket: ZERO } };
  const ofGain = (gained: Decimal, lost: Decimal) => (optionsGain ? { options: gained, basket: lost } : { options: lost, basket: gained });
  if (credit.lte(loss)) {
    const left = { value: credit.minus(loss), of: ofGain(rate, ONE) };
    return optionsGain ? { options: none, basket: left } : { options: left, basket: none };
  }
  const used = ONE.div(rate);
  const left = { value: gain.minus(loss.times(used)), of: ofGain(ONE, used) };
  return optionsGain ? { options: left, basket: none } : { options: none, basket: left };
}

export type GroupOffset = Readonly<Record<Pool, Term<Pool>>>;

function alone(pool: Pool, pools: Pools): Term<Pool> {
  return term(pools[pool], { [pool]: ONE });
}

function term(value: Decimal, of: Partial<Record<Pool, Decimal>>): Term<Pool> {
  return { value, of: { lossOptions: ZERO, lossBasket: ZERO, gainOptions: ZERO, gainBasket: ZERO, ...of } };
}

const NOTHING = term(ZERO, {});

/**
 * Second offset, (b)(1)(v)(B)(2): between classes of a product group a share of gains offsets losses, but no basket offsets another basket. Gains of
 * baskets go to losses of options first; gains of options to what is left, baskets first. A loss that is covered leaves the gain that was not needed.
 */
export function groupOffset(pools: Pools, rate: Decimal | null): GroupOffset {
  if (rate === null || rate.isZero()) {
    return {
      lossOptions: alone('lossOptions', pools),
      lossBasket: alone('lossBasket', pools),
      gainOptions: alone('gainOptions', pools),
      gainBasket: alone('gainBasket', pools),
    };
  }
  const used = ONE.div(rate);
  const first = cover(alone('lossOptions', pools), alone('gainBasket', pools), rate, used);
  const second = cover(alone('lossBasket', pools), alone('gainOptions', pools), rate, used);
  const third = cover(first.loss, second.gain, rate, used);
  return { lossOptions: third.loss, lossBasket: second.loss, gainOptions: third.gain, gainBasket: first.gain };
}

/** Sets the share of a gain against a loss; one of the two ends at nothing. */
function cover(loss: Term<Pool>, gain: Term<Pool>, rate: Decimal, used: Decimal): { readonly loss: Term<Pool>; readonly gain: Term<Pool> } {
  const credit = gain.value.times(rate);
  return credit.lte(loss.value) ? { loss: less(loss, gain, rate), gain: NOTHING } : { loss: NOTHING, gain: less(gain, loss, used) };
}

function less(from: Term<Pool>, what: Term<Pool>, share: Decimal): Term<Pool> {
  const minus = (pool: Pool) => from.of[pool].minus(what.of[pool].times(share));
  return {
    value: Decimal.max(from.value.minus(what.value.times(share)), ZERO),
    of: {
      lossOptions: minus('lossOptions'),
      lossBasket: minus('lossBasket'),
      gainOptions: minus('gainOptions'),
      gainBasket: minus('gainBasket'),
    },
  };
}

/** How much of a product group's loss other groups' gains cover, as shares of all gains of the market group at the point. */
export interface MarketCredit {
  readonly value: Decimal;
  readonly shareOfGainOptions: Decimal;
  readonly shareOfGainBasket: Decimal;
}

/**
 * Third offset, (b)(1)(v)(B)(3): between product groups of a market group half of gains offsets losses, no basket another basket. What covers several
 * groups' losses is divided in proportion to them.
 */
export function marketOffset(groups: readonly Pools[], rate: Decimal): MarketCredit[] {
  const sum = (pool: Pool) => sumDecimals(groups.map((group) => group[pool]));
  const [gainOptions, gainBasket, lossOptions] = [sum('gainOptions'), sum('gainBasket'), sum('lossOptions')];
  const fromBasket = Decimal.min(gainBasket.times(rate), lossOptions);
  const rests = groups.map((group) => {
    const credit = share(fromBasket, group.lossOptions, lossOptions);
    return { credit, left: Decimal.max(group.lossOptions.minus(credit), ZERO).plus(group.lossBasket) };
  });
  const left = sumDecimals(rests.map((rest) => rest.left));
  const fromOptions = Decimal.min(gainOptions.times(rate), left);
  return rests.map((rest) => {
    const credit = share(fromOptions, rest.left, left);
    return {
      value: rest.credit.plus(credit),
      shareOfGainOptions: share(credit, ONE, gainOptions),
      shareOfGainBasket: share(rest.credit, ONE, gainBasket),
    };
  });
}

function share(amount: Decimal, part: Decimal, whole: Decimal): Decimal {
  return whole.isZero() ? ZERO : amount.times(part).div(whole);
}
