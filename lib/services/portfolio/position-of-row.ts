import type { CrifRow } from '@/lib/margin/portfolio/crif-row';

/** The position that a row of a CRIF is of: the one of its TradeID, or of its PortfolioID and TradeID where a CRIF names trades so; null where the portfolio has none. */
export function positionOfRow(row: CrifRow, positionIds: { has(id: string): boolean }): string | null {
  if (row.tradeId === null) return null;
  if (positionIds.has(row.tradeId)) return row.tradeId;
  const inNettingSet = `${row.portfolioId}/${row.tradeId}`;
  return positionIds.has(inNettingSet) ? inNettingSet : null;
}
