import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { endTask } from './end-task';
import { installQueue, sendTask } from './queue';
import type { RunningTask, TaskContext } from './task-context';
import { taskProgress } from './task-progress';
import type { WorkerContext } from './worker-context';

/**
 * Works on one queued task: claims it, runs its handler with heartbeat, progress and cancellation, and writes how it ended. A task that somebody
 * else claimed, finished or cancelled is left alone. When the process stops, the task goes back into the queue.
 */
export async function runTask(worker: WorkerContext, taskId: string): Promise<void> {
  const { db, clock, ids } = worker;
  const claimed = await db.task.updateMany({
    where: { id: taskId, status: 'queued' },
    data: { status: 'running', startedAt: clock(), heartbeatAt: clock(), attempt: { increment: 1 }, message: 'Beginning' },
  });
  if (claimed.count === 0) return;
  const row = await db.task.findUniqueOrThrow({ where: { id: taskId } });
  const { firmId, kind, subjectId, input, createdById, attempt } = row;
  const task: RunningTask = { id: taskId, firmId, kind, subjectId, input, createdById, attempt };

  const cancel = new AbortController();
  const signal = AbortSignal.any([cancel.signal, worker.stopping]);
  const progress = taskProgress(db, taskId);
  const heartbeat = setInterval(() => void beat(worker, taskId, cancel), worker.heartbeatMs);
  const context: TaskContext = {
    ...{ db, clock, ids, task, signal },
    progress: progress.report,
    throwIfCancelled: () => {
      if (signal.aborted) throw new AppError('CANCELLED', 'It was cancelled.');
    },
  };
  try {
    const handler = worker.handlers[kind];
    if (!handler)
      throw new AppError(
        'INTERNAL',
        `This version does not know how to do “${kind}”. Start the newer version of the program, then try again.`,
      );
    // it may have been cancelled, or the process told to stop, while the row was read
    context.throwIfCancelled();
    const result = await handler(context);
    await progress.settle();
    await db.task.updateMany({
      where: { id: taskId, status: 'running' },
      data: { status: 'done', result: (result ?? {}) as Prisma.InputJsonValue, finishedAt: clock(), message: 'Done' },
    });
  } catch (error) {
    await progress.settle();
    if (worker.stopping.aborted && !cancel.signal.aborted) await putBack(worker, taskId);
    else if (cancel.signal.aborted)
      await endTask(worker, task, { status: 'cancelled', code: 'CANCELLED', message: 'It was cancelled. Nothing of it was kept.' });
    else await endTask(worker, task, { status: 'failed', ...reasonOf(error) }, error);
  } finally {
    clearInterval(heartbeat);
  }
}

async function beat({ db, clock }: WorkerContext, taskId: string, cancel: AbortController): Promise<void> {
  try {
    const row = await db.task.update({ where: { id: taskId }, data: { heartbeatAt: clock() }, select: { cancelRequestedAt: true } });
    if (row.cancelRequestedAt) cancel.abort();
  } catch (error) {
    // a missed beat is made up by the next one; a database that stays away ends the task as stale
    console.warn(`Task ${taskId}: the heartbeat could not be written (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** Gives a task back that this process can no longer finish; the try does not count. */
async function putBack({ db }: WorkerContext, taskId: string): Promise<void> {
  await installQueue(db);
  await db.$transaction(async (tx) => {
    const back = await tx.task.updateMany({
      where: { id: taskId, status: 'running' },
      data: {
        status: 'queued',
        heartbeatAt: null,
        attempt: { decrement: 1 },
        done: 0,
        message: 'Waiting: the server was stopped and continues this when it is back',
      },
    });
    if (back.count > 0) await sendTask(tx, taskId);
  });
}

function reasonOf(error: unknown): { code: string; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return {
    code: 'INTERNAL',
    message: 'It stopped because of a defect on our side; the server’s log has the details. Nothing of it was kept.',
  };
}
