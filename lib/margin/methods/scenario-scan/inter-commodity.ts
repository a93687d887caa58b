import { Decimal, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { InterCommodityCredit } from '../../parameters/scan-parameters';
import type { CommodityRisk } from './commodity-risk';

/** One offset between commodities that was formed. */
export interface FormedCredit {
  readonly rule: InterCommodityCredit;
  /** How many spreads of the rule's ratios. */
  readonly spreads: Decimal;
  readonly amounts: readonly { readonly commodity: string; readonly delta: Decimal; readonly amount: Decimal }[];
}

/**
 * Forms credits in order of priority: legs of side A long against legs of side B short, or the reverse, as many as the leg with the least delta for its
 * ratio allows. A leg frees the rule's share of its commodity's price risk, in proportion to the delta used. Delta that was used is gone.
 */
export function interCommodityCredits(rules: readonly InterCommodityCredit[], risks: readonly CommodityRisk[]): FormedCredit[] {
  const byId = new Map(risks.map((risk) => [risk.commodity.id, risk]));
  const left = new Map(risks.map(({ commodity, netDelta }) => [commodity.id, netDelta]));
  const formed: FormedCredit[] = [];
  for (const rule of rules) {
    for (const side of [1, -1] as const) {
      const sizes = rule.legs.map((leg) => (left.get(leg.commodity) ?? ZERO).times(leg.side === 'A' ? side : -side).div(leg.ratio));
      const spreads = Decimal.min(...sizes);
      if (!spreads.gt(0)) continue;
      const amounts = rule.legs.map((leg) => {
        const delta = spreads.times(leg.ratio);
        const before = left.get(leg.commodity) ?? ZERO;
        left.set(leg.commodity, before.isNegative() ? before.plus(delta) : before.minus(delta));
        const risk = byId.get(leg.commodity);
        const amount = risk === undefined ? ZERO : risk.priceRisk.times(rule.credit).times(delta).div(risk.netDelta.abs());
        return { commodity: leg.commodity, delta, amount };
      });
      formed.push({ rule, spreads, amounts });
      break;
    }
  }
  return formed;
}

/** What each commodity is credited in all. */
export function creditOf(commodity: string, credits: readonly FormedCredit[]): Decimal {
  return sumDecimals(credits.flatMap(({ amounts }) => amounts.filter((item) => item.commodity === commodity).map(({ amount }) => amount)));
}
