import { AppError } from '@/lib/core/errors';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import { canDefineAnalysis } from '@/lib/policies/analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { type AnalysisInput, checkAnalysisInput } from './analysis-input';
import { findAnalysis } from './find-analysis';

/**
 * Changes what an analysis describes. Runs stay as they are; figures published from them are marked "source changed" until a newer run.
 * Throws NOT_FOUND, INVALID_INPUT.
 */
export async function updateAnalysis(ctx: ServiceContext, input: AnalysisInput & { analysisId: string }): Promise<{ id: string }> {
  authorise(canDefineAnalysis(ctx.actor));
  const { analysisId, ...rest } = input;
  const { firmId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const present = await findAnalysis(tx, firmId, analysisId);
    const checked = await checkAnalysisInput(tx, firmId, rest);
    const portfolio = await tx.portfolio.findFirst({ where: { id: checked.portfolioId, firmId }, select: { id: true } });
    if (!portfolio) throw new AppError('NOT_FOUND', 'There is no such portfolio. Import it first, or choose another.');
    await tx.analysis.update({
      where: { id: analysisId },
      data: { ...checked, parameters: { ...checked.parameters }, updatedAt: ctx.clock() },
    });
    const { name, portfolioId, baseline, alternatives, parameters } = present;
    const before = { name, portfolioId, baseline, alternatives, parameters: { ...DEFAULT_RUN_PARAMETERS, ...(parameters as object) } };
    audit({ type: 'analysis.changed', subject: { type: 'analysis', id: analysisId }, data: { before, after: checked } });
    return { id: analysisId };
  });
}
