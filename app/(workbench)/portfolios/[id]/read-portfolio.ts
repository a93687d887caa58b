import { notFound } from 'next/navigation';
import { AppError } from '@/lib/core/errors';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { getPortfolio, type PortfolioDetail } from '@/lib/services/portfolio/get-portfolio';

/** The portfolio of a page's address; the 404 page where the firm has none, or the member may not see it. */
export async function readPortfolio(ctx: ServiceContext, portfolioId: string): Promise<PortfolioDetail> {
  try {
    return await getPortfolio(ctx, { portfolioId });
  } catch (error) {
    if (error instanceof AppError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) notFound();
    throw error;
  }
}
