import type { PrismaClient } from '@/lib/generated/prisma/client';

const EVERY_MS = 250;

/** Writes the progress of a task to its row: the last report always, those between at most four times a second. */
export function taskProgress(db: PrismaClient, taskId: string) {
  let pending: { done: number; total: number | null; message: string } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = () => {
    timer = null;
    const report = pending;
    pending = null;
    if (!report) return;
    writing = writing
      .then(() => db.task.updateMany({ where: { id: taskId, status: 'running' }, data: report }))
      .then(
        () => undefined,
        // progress that could not be written harms nothing: the next report or the end of the task follows
        () => undefined,
      );
  };
  return {
    report(done: number, total: number | null, message: string) {
      pending = { done: Math.trunc(done), total: total === null ? null : Math.trunc(total), message };
      timer ??= setTimeout(write, EVERY_MS);
    },
    /** Resolves when nothing is left to write. */
    async settle() {
      if (timer) clearTimeout(timer);
      write();
      await writing;
    },
  };
}
