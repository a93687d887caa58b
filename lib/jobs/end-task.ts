import { AppError } from '@/lib/core/errors';
import type { RunningTask } from './task-context';
import type { WorkerContext } from './worker-context';

export interface TaskEnd {
  readonly status: 'failed' | 'cancelled';
  readonly code: string;
  /** One sentence for the member who waits. */
  readonly message: string;
}

/** Writes that a task ended without a result, and tells its subject. A defect is logged with its stack; the member sees the sentence only. */
export async function endTask(
  worker: Pick<WorkerContext, 'db' | 'clock' | 'ids' | 'endings'>,
  task: RunningTask,
  end: TaskEnd,
  cause?: unknown,
): Promise<void> {
  if (cause !== undefined && !(cause instanceof AppError)) console.error(`Task ${task.id} (${task.kind}) failed:`, cause);
  const details = cause instanceof AppError ? JSON.parse(JSON.stringify(cause.details)) : {};
  const ended = await worker.db.task.updateMany({
    where: { id: task.id, status: { in: ['queued', 'running'] } },
    data: {
      status: end.status,
      finishedAt: worker.clock(),
      message: end.message,
      error: { code: end.code, message: end.message, details },
    },
  });
  if (ended.count > 0) await worker.endings[task.kind]?.({ db: worker.db, clock: worker.clock, ids: worker.ids, task }, end);
}
