import { inWorker } from '@/lib/jobs/in-worker';
import type { TaskHandler } from '@/lib/jobs/task-context';
import { importInputSchema } from './import-input';
import { type ImportOutcome, type ImportThreadInput, importedBefore } from './import-thread';

/** The task "portfolio-import": reads and writes in a thread of its own; cancelling ends the thread, and the database undoes what it had begun. */
export const importPortfolio: TaskHandler = async ({ db, task, signal, progress, throwIfCancelled }) => {
  throwIfCancelled();
  const input: ImportThreadInput = {
    ...importInputSchema.parse(task.input),
    portfolioId: task.subjectId ?? '',
    firmId: task.firmId,
    memberId: task.createdById,
  };
  try {
    return await inWorker<ImportOutcome>('lib/services/portfolio/import-thread.ts', 'importInThread', input, {
      signal,
      onProgress: progress,
    });
  } catch (error) {
    // cancelled after the last step had been committed: then it is imported, and says so
    const written = await importedBefore(db, input);
    if (written === null) throw error;
    return written;
  }
};
