import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { inWorker } from '@/lib/jobs/in-worker';
import type { TaskContext } from '@/lib/jobs/task-context';
import { actorOfMember } from '../context/actor-of-member';
import { transact } from '../context/transact';
import type { AnalysisThreadInput, AnalysisThreadResult } from './analysis-thread';
import { insertNodes, type RunNodeRow } from './insert-nodes';
import type { RunDescription } from './run-description';

const BATCH = 2000;
const STORE_TIMEOUT_MS = 600_000;

/**
 * The task of a run: computes in a thread, which reads what it needs, and writes report, hashes and node rows in one transaction. A run that is already
 * done is left as it is, so that a task which is begun again never changes a result.
 */
export async function computeRun(context: TaskContext): Promise<{ runId: string }> {
  const { db, clock, ids, task, signal, progress } = context;
  const runId = task.subjectId ?? '';
  const begun = await db.run.updateMany({
    where: { id: runId, firmId: task.firmId, status: { in: ['queued', 'running'] } },
    data: { status: 'running' },
  });
  if (begun.count === 0) return { runId };
  const run = await db.run.findUniqueOrThrow({ where: { id: runId } });
  const description = run.description as unknown as RunDescription;

  progress(0, null, 'Reading the positions');
  const input: AnalysisThreadInput = { firmId: task.firmId, description };
  const result = await inWorker<AnalysisThreadResult>('lib/services/run/analysis-thread.ts', 'computeAnalysis', input, {
    signal,
    onProgress: progress,
  });

  const rows = result.nodes.flatMap(({ framework, rows: nodes }) => nodes.map((node): RunNodeRow => ({ framework, ...node })));
  const actor = await actorOfMember(db, task.createdById);
  await transact(
    { actor, db, clock, ids },
    async (tx, audit) => {
      for (let start = 0; start < rows.length; start += BATCH) {
        context.throwIfCancelled();
        progress(start, rows.length, 'Keeping the derivation of every amount');
        await insertNodes(tx, runId, rows.slice(start, start + BATCH));
      }
      const { report, inputsHash, resultHash } = result;
      const done = await tx.run.updateMany({
        where: { id: runId, status: 'running' },
        data: { status: 'done', report: report as unknown as Prisma.InputJsonValue, inputsHash, resultHash, finishedAt: clock() },
      });
      if (done.count === 0) throw new AppError('CONFLICT', 'The run was ended while it was computed. Nothing of it was kept.');
      audit({
        type: 'run.finished',
        subject: { type: 'run', id: runId },
        data: { analysisId: run.analysisId, number: run.number, inputsHash, resultHash },
      });
    },
    { timeoutMs: STORE_TIMEOUT_MS },
  );
  return { runId };
}
