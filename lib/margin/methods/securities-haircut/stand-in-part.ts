import type { Result } from '@/lib/core/result';
import { buildSum } from '../build-node';
import { cfr } from '../cite';
import type { PositionFailure } from '../group-failures';
import type { ResolvedPosition } from '../method';
import { type GrossMargin, grossMargin, grossMarginNode } from '../schedule/gross-margin';
import { tradeOfPosition } from '../schedule/trade-of-position';
import type { Part } from './part';

/** Gross margin of the CFTC table for a swap that no deduction was read for. */
export function standInMargin(resolved: ResolvedPosition, asOf: string, currency: string): Result<GrossMargin, PositionFailure> {
  const trade = tradeOfPosition(resolved, '');
  return trade.ok ? grossMargin(trade.value, { asOf, currency, edge: 'lower' }) : trade;
}

/** The part of such swaps: each on its own, nothing netted. */
export function standInPart(margins: readonly GrossMargin[], setPath: string, currency: string): Part {
  const path = `${setPath}/stand-in`;
  const node = buildSum({
    path,
    label: 'Other swaps, with the percentages of the CFTC table as a stand-in',
    level: 'class',
    formula: 'stand-in: sum of effective notional × percentage of 17 CFR 23.154(c)(1)',
    citations: [cfr('23.154', '(c)(1)')],
    assumptions: [
      'No deduction of the SEC for these swaps was read in a rule text. The framework puts the percentages of the CFTC table in its place: an assumption of the framework, not a rule.',
    ],
    children: margins.map((margin) => grossMarginNode(margin, path, currency)),
  });
  return { node, shares: margins.map(({ trade, amount }) => [trade.tradeId, amount] as const) };
}
