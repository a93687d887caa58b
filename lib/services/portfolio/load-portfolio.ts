import { AppError } from '@/lib/core/errors';
import type { Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import type { Portfolio, Position } from '@/lib/margin/portfolio/position';
import { positionFromJson } from '@/lib/margin/portfolio/position-codec';

const PAGE = 5000;

/**
 * The whole portfolio as methods and frameworks take it, in the order of its file. For runs, which act for a member whom the run's service has
 * authorised. Throws NOT_FOUND where the firm has no such portfolio.
 */
export async function loadPortfolio(db: PrismaClient | Prisma.TransactionClient, firmId: string, portfolioId: string): Promise<Portfolio> {
  const portfolio = await db.portfolio.findFirst({ where: { id: portfolioId, firmId } });
  if (portfolio === null) throw new AppError('NOT_FOUND', 'There is no such portfolio.');
  const positions: Position[] = [];
  for (let after = -1; ; ) {
    const rows = await db.portfolioPosition.findMany({
      where: { portfolioId, firmId, ordinal: { gt: after } },
      orderBy: { ordinal: 'asc' },
      take: PAGE,
      select: { ordinal: true, data: true },
    });
    for (const row of rows) positions.push(positionFromJson(row.data));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    after = last.ordinal;
  }
  return {
    name: portfolio.name,
    asOf: portfolio.asOf.toISOString().slice(0, 10),
    calculationCurrency: portfolio.calculationCurrency,
    positions,
    contentHash: portfolio.contentHash,
  };
}
