import { AppError } from '@/lib/core/errors';
import type { Portfolio } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';

/** The firm's portfolio of that id; throws NOT_FOUND, also for another firm's. */
export async function findPortfolio(ctx: ServiceContext, portfolioId: string): Promise<Portfolio> {
  const portfolio = await ctx.db.portfolio.findFirst({ where: { id: portfolioId, firmId: ctx.actor.firmId } });
  if (portfolio === null) throw new AppError('NOT_FOUND', 'There is no such portfolio.');
  return portfolio;
}
