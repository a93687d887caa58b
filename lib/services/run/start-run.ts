import { AppError } from '@/lib/core/errors';
import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { ENGINE_VERSION } from '@/lib/margin/impact/engine-version';
import { canRunAnalysis } from '@/lib/policies/analysis';
import { findAnalysis } from '../analysis/find-analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { describeRun } from './describe-run';

/**
 * Asks for a computation of the analysis as it stands now: a run with the next number, and the task that computes it. One run of an analysis is
 * computed at a time. Throws NOT_FOUND, CONFLICT while another is computed, CHECK_FAILED for a parameter set that may not be used.
 */
export async function startRun(
  ctx: ServiceContext,
  input: { analysisId: string },
): Promise<{ runId: string; taskId: string; number: number }> {
  authorise(canRunAnalysis(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    // the lock gives two clicks at once two numbers, or one of them the refusal below
    await tx.$queryRaw`SELECT id FROM "Analysis" WHERE id = ${input.analysisId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
    const analysis = await findAnalysis(tx, firmId, input.analysisId);
    const busy = await tx.run.findFirst({
      where: { analysisId: analysis.id, status: { in: ['queued', 'running'] } },
      select: { number: true },
    });
    if (busy) throw new AppError('CONFLICT', `Run ${busy.number} of this analysis is being computed. Wait for it, or cancel it first.`);
    const last = await tx.run.findFirst({ where: { analysisId: analysis.id }, orderBy: { number: 'desc' }, select: { number: true } });
    const description = await describeRun(tx, firmId, analysis);
    const runId = ctx.ids();
    const number = (last?.number ?? 0) + 1;
    const taskId = await enqueueTask(ctx, { kind: 'run', subjectId: runId, input: { runId } }, tx);
    await tx.run.create({
      data: {
        ...{ id: runId, firmId, analysisId: analysis.id, number, taskId },
        status: 'queued',
        description: JSON.parse(JSON.stringify(description)),
        inputsHash: '',
        engine: ENGINE_VERSION,
        createdById: memberId,
        createdAt: ctx.clock(),
      },
    });
    audit({ type: 'run.started', subject: { type: 'run', id: runId }, data: { analysisId: analysis.id, number } });
    return { runId, taskId, number };
  });
}
