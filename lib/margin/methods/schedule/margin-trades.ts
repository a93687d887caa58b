import { buildSum, slug } from '../build-node';
import { cfr } from '../cite';
import type { MarginNode } from '../margin-node';
import type { BandEdge } from './duration-band';
import { scheduleNettingSet } from './netting-set';
import type { ScheduleTrade } from './schedule-trade';

export interface MarginTradesOptions {
  readonly asOf: string;
  readonly currency: string;
  /** On the post side every replacement cost is seen from the other party: its sign turns. */
  readonly side: 'collect' | 'post';
  readonly edge?: BandEdge;
}

/** The schedule's requirement for trades given directly (a CRIF): the sum over netting sets, each with its own ratio. */
export function marginTrades(trades: readonly ScheduleTrade[], options: MarginTradesOptions): MarginNode {
  const sets = new Map<string, ScheduleTrade[]>();
  for (const trade of trades) {
    const seen = options.side === 'post' && trade.presentValue !== null ? { ...trade, presentValue: trade.presentValue.neg() } : trade;
    const members = sets.get(trade.nettingSet);
    if (members) members.push(seen);
    else sets.set(trade.nettingSet, [seen]);
  }
  const context = { asOf: options.asOf, currency: options.currency, edge: options.edge ?? 'lower' };
  const children = [...sets.keys()].sort().map((name) => {
    const set = { path: `total/${slug(name)}`, label: name, underAgreement: true, trades: sets.get(name) ?? [] };
    return scheduleNettingSet(set, context).node;
  });
  return buildSum({
    path: 'total',
    label: `Schedule, ${options.side}`,
    level: 'total',
    formula: 'sum of the netting sets',
    citations: [cfr('23.154', options.side === 'collect' ? '(a)(1)(ii)' : '(a)(2)(ii)')],
    inputs: [
      { name: 'as of', value: options.asOf },
      { name: 'side', value: options.side },
    ],
    children,
  });
}
