import type { FileProblem } from '@/lib/core/file-problem';
import type { ScheduleAssetClass, ScheduleTrade } from '../methods/schedule/schedule-trade';
import { type CrifRow, isScheduleRow } from './crif-row';
import { crifToScheduleTrades } from './crif-to-schedule-trades';
import type { Position, Product } from './position';

/**
 * A CRIF says no more of credit and equity than the class: such a trade becomes an index product whose underlier is not known, so that its regime stays
 * "undetermined" unless the regulations in the file settle it.
 */
const PRODUCT: Readonly<Record<ScheduleAssetClass, Product>> = {
  credit: 'cds_index',
  equity: 'equity_index_swap',
  commodity: 'commodity_swap',
  fx: 'fx_forward',
  'cross-currency': 'cross_currency_swap',
  'interest-rate': 'interest_rate_swap',
  other: 'other_swap',
};

/**
 * The schedule trades of a CRIF as positions, so that frameworks can margin them: netting agreement from PortfolioID, notional and present value in the
 * calculation currency, direction long (a CRIF has none, and the schedule takes none), the line of the trade's first row. Regulations that name CFTC without SEC, or SEC (or SEC-unseg) without CFTC, become the jurisdiction.
 */
export function crifToPositions(
  rows: readonly CrifRow[],
  calculationCurrency = 'USD',
): { readonly positions: readonly Position[]; readonly problems: readonly FileProblem[] } {
  const { trades, problems } = crifToScheduleTrades(rows, calculationCurrency);
  const byTrade = new Map<string, CrifRow[]>();
  const netsOfTrade = new Map<string, Set<string>>();
  for (const row of rows) {
    if (!isScheduleRow(row) || row.tradeId === null) continue;
    const key = tradeKey(row.portfolioId, row.tradeId);
    const known = byTrade.get(key);
    if (known === undefined) byTrade.set(key, [row]);
    else known.push(row);
    netsOfTrade.set(row.tradeId, (netsOfTrade.get(row.tradeId) ?? new Set()).add(row.portfolioId));
  }
  const positions = trades.map((trade) => {
    const shared = (netsOfTrade.get(trade.tradeId)?.size ?? 0) > 1;
    const id = shared ? `${trade.nettingSet}/${trade.tradeId}` : trade.tradeId;
    return positionOf(trade, id, byTrade.get(tradeKey(trade.nettingSet, trade.tradeId)) ?? [], calculationCurrency);
  });
  return { positions, problems };
}

function tradeKey(portfolioId: string, tradeId: string): string {
  return JSON.stringify([portfolioId, tradeId]);
}

function positionOf(trade: ScheduleTrade, positionId: string, rows: readonly CrifRow[], currency: string): Position {
  const regulations = new Set(rows.flatMap((row) => [...row.collectRegulations, ...row.postRegulations]));
  const cftc = regulations.has('CFTC');
  const sec = regulations.has('SEC') || regulations.has('SEC-unseg');
  return {
    positionId,
    account: null,
    counterparty: null,
    nettingAgreement: trade.nettingSet,
    product: PRODUCT[trade.assetClass],
    jurisdiction: cftc === sec ? null : cftc ? 'CFTC' : 'SEC',
    clearedBy: null,
    underlier: null,
    underlierType: null,
    direction: 'long',
    quantity: null,
    multiplier: null,
    notional: trade.notional,
    currency,
    fxRate: null,
    price: null,
    marketValue: trade.presentValue,
    strike: null,
    optionType: null,
    exerciseStyle: null,
    maturity: trade.endDate,
    spreadBp: null,
    impliedVol: null,
    duration: trade.durationYears,
    sector: null,
    referenceEntity: null,
    creditEvents: null,
    deliverableBasket: null,
    line: rows.reduce((least, row) => Math.min(least, row.line), Number.MAX_SAFE_INTEGER),
  };
}
