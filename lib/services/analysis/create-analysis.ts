import { AppError } from '@/lib/core/errors';
import { canDefineAnalysis } from '@/lib/policies/analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { type AnalysisInput, checkAnalysisInput } from './analysis-input';

/** Describes a new analysis: a portfolio, the baseline, alternatives, parameters. Nothing is computed yet. */
export async function createAnalysis(ctx: ServiceContext, input: AnalysisInput): Promise<{ id: string }> {
  authorise(canDefineAnalysis(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const checked = await checkAnalysisInput(tx, firmId, input);
    const portfolio = await tx.portfolio.findFirst({ where: { id: checked.portfolioId, firmId }, select: { id: true } });
    if (!portfolio) throw new AppError('NOT_FOUND', 'There is no such portfolio. Import it first, or choose another.');
    const id = ctx.ids();
    const now = ctx.clock();
    await tx.analysis.create({
      data: { id, firmId, ...checked, parameters: { ...checked.parameters }, createdById: memberId, createdAt: now, updatedAt: now },
    });
    audit({ type: 'analysis.created', subject: { type: 'analysis', id }, data: checked });
    return { id };
  });
}
