import { Decimal, ONE, sumDecimals, ZERO } from '@/lib/core/decimal';
import type { ScheduleTrade } from './schedule-trade';

export interface ReplacementCost {
  /** Sum of the positive replacement costs. */
  readonly gross: Decimal;
  /** Sum of all replacement costs, as it comes: it may be negative. */
  readonly net: Decimal;
  /** Net over gross, with a negative net counted as 0; 1 where gross is 0. Rounded HALF_UP at 40 significant digits. */
  readonly netToGross: Decimal;
  /** Trades that the input gives no replacement cost for. */
  readonly withoutValue: number;
}

/** Replacement costs and net-to-gross ratio of the trades of one agreement, 17 CFR 23.154(c)(2)(ii)(B)-(E). */
export function replacementCost(trades: readonly ScheduleTrade[]): ReplacementCost {
  const values = trades.flatMap((trade) => (trade.presentValue === null ? [] : [trade.presentValue]));
  const gross = sumDecimals(values.filter((value) => value.gt(0)));
  const net = sumDecimals(values);
  const netToGross = gross.isZero() ? ONE : Decimal.max(net, ZERO).div(gross);
  return { gross, net, netToGross, withoutValue: trades.length - values.length };
}
