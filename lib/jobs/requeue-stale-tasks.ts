import { endTask } from './end-task';
import { installQueue, sendTask } from './queue';
import type { WorkerContext } from './worker-context';

export const MAX_ATTEMPTS = 3;

/**
 * Finds running tasks whose process stopped (no heartbeat for `staleMs`): each goes back into the queue, or ends as failed after three tries, or as
 * cancelled where that was asked for. Several processes may look at once: each task is taken up by one.
 */
export async function requeueStaleTasks(worker: Pick<WorkerContext, 'db' | 'clock' | 'ids' | 'endings'>, staleMs: number): Promise<number> {
  const { db, clock } = worker;
  const before = new Date(clock().getTime() - staleMs);
  const stale = await db.task.findMany({ where: { status: 'running', heartbeatAt: { lt: before } } });
  for (const row of stale) {
    const task = {
      id: row.id,
      firmId: row.firmId,
      kind: row.kind,
      subjectId: row.subjectId,
      input: row.input,
      createdById: row.createdById,
      attempt: row.attempt,
    };
    if (row.cancelRequestedAt) {
      await endTask(worker, task, { status: 'cancelled', code: 'CANCELLED', message: 'It was cancelled. Nothing of it was kept.' });
    } else if (row.attempt >= MAX_ATTEMPTS) {
      const message = `The process that worked on this stopped ${row.attempt} times, so it was given up. Nothing of it was kept; see the server’s log, then start it again.`;
      await endTask(worker, task, { status: 'failed', code: 'UNAVAILABLE', message });
    } else {
      await installQueue(db);
      await db.$transaction(async (tx) => {
        const back = await tx.task.updateMany({
          where: { id: row.id, status: 'running', heartbeatAt: row.heartbeatAt },
          data: { status: 'queued', heartbeatAt: null, done: 0, message: 'The process that worked on this stopped; it begins again' },
        });
        if (back.count > 0) await sendTask(tx, row.id);
      });
    }
  }
  return stale.length;
}
