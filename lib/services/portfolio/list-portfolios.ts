import { canReadPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { type PortfolioSummary, portfolioSummary } from './portfolio-summary';

/** The firm's portfolios, newest first. */
export async function listPortfolios(ctx: ServiceContext): Promise<PortfolioSummary[]> {
  authorise(canReadPortfolio(ctx.actor));
  const { firmId } = ctx.actor;
  const rows = await ctx.db.portfolio.findMany({
    where: { firmId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    omit: { importReport: true },
    include: { evidence: { select: { kind: true } } },
  });
  const members = await ctx.db.member.findMany({
    where: { firmId, id: { in: rows.map((row) => row.createdById) } },
    select: { id: true, name: true },
  });
  const names = new Map(members.map((member) => [member.id, member.name]));
  return rows.map((row) => portfolioSummary(row, names.get(row.createdById) ?? 'a former member'));
}
