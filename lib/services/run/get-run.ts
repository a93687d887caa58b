import { AppError } from '@/lib/core/errors';
import type { RunReport } from '@/lib/margin/report/run-report';
import { storedReport } from '@/lib/margin/report/stored-report';
import { canReadAnalysis } from '@/lib/policies/analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findRun } from './find-run';
import { type RunSummary, runSummary } from './run-summary';

export interface RunDetail extends RunSummary {
  readonly analysisId: string;
  readonly createdBy: string;
  readonly engine: string;
  /** null until the run is done. */
  readonly report: RunReport | null;
}

/** One run of an analysis with its report. Throws NOT_FOUND, also where the run is another analysis's. */
export async function getRun(ctx: ServiceContext, input: { runId: string; analysisId?: string }): Promise<RunDetail> {
  authorise(canReadAnalysis(ctx.actor));
  const run = await findRun(ctx.db, ctx.actor.firmId, input.runId);
  if (input.analysisId !== undefined && run.analysisId !== input.analysisId) throw new AppError('NOT_FOUND', 'There is no such run.');
  const member = await ctx.db.member.findFirst({ where: { id: run.createdById, firmId: ctx.actor.firmId }, select: { name: true } });
  return {
    ...runSummary(run, run.report as unknown as RunReport | null),
    analysisId: run.analysisId,
    createdBy: member?.name ?? 'a former member',
    engine: run.engine,
    report: storedReport(run.report),
  };
}
