import type { CrifRow } from './crif-row';

/** The part of a position's id that stands for rows which name no trade: figures of add-ons, and sensitivities of a whole netting set. */
const NO_TRADE = '(no trade)';

/**
 * Rows of a CRIF by the position that they are of, in order of the file: a trade, under its TradeID, or with its netting set before it where several
 * netting sets have a trade of that name; rows without a trade are one position of their netting set.
 */
export function crifTrades(rows: readonly CrifRow[]): Map<string, CrifRow[]> {
  const idOf = positionIdsOf(rows);
  const trades = new Map<string, CrifRow[]>();
  for (const row of rows) {
    const id = idOf(row);
    const known = trades.get(id);
    if (known === undefined) trades.set(id, [row]);
    else known.push(row);
  }
  return trades;
}

/** What names the position of a row, given all rows of its file. */
export function positionIdsOf(rows: readonly CrifRow[]): (row: Pick<CrifRow, 'tradeId' | 'portfolioId'>) => string {
  const firstSet = new Map<string, string>();
  const shared = new Set<string>();
  for (const { tradeId, portfolioId } of rows) {
    if (tradeId === null) continue;
    const known = firstSet.get(tradeId);
    if (known === undefined) firstSet.set(tradeId, portfolioId);
    else if (known !== portfolioId) shared.add(tradeId);
  }
  return ({ tradeId, portfolioId }) => {
    if (tradeId === null) return `${portfolioId}/${NO_TRADE}`;
    return shared.has(tradeId) ? `${portfolioId}/${tradeId}` : tradeId;
  };
}
