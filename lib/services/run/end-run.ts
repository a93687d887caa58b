import type { TaskEnding } from '@/lib/jobs/task-context';

/** Writes on a run that its computation failed or was cancelled, and why. */
export const endRun: TaskEnding = async ({ db, clock, task }, { status, code, message }) => {
  await db.run.updateMany({
    where: { id: task.subjectId ?? '', firmId: task.firmId, status: { in: ['queued', 'running'] } },
    data: { status, finishedAt: clock(), error: { code, message } },
  });
};
