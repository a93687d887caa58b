import { AppError } from '@/lib/core/errors';
import { canReadPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import type { TaskStatus } from '../task/get-task';
import { type ImportInput, importInputSchema } from './import-input';
import type { ImportOutcome } from './import-thread';

/** An import as the import page shows it, now or when the member returns. */
export interface ImportState {
  readonly taskId: string;
  readonly input: ImportInput;
  readonly status: TaskStatus;
  /** Null until the task is done. */
  readonly outcome: ImportOutcome | null;
  /** Why it failed or was cancelled. */
  readonly message: string | null;
}

/** An import of the firm. Throws NOT_FOUND. */
export async function getImport(ctx: ServiceContext, input: { taskId: string }): Promise<ImportState> {
  authorise(canReadPortfolio(ctx.actor));
  const task = await ctx.db.task.findFirst({ where: { id: input.taskId, firmId: ctx.actor.firmId, kind: 'portfolio-import' } });
  if (task === null) throw new AppError('NOT_FOUND', 'There is no such import.');
  return {
    taskId: task.id,
    input: importInputSchema.parse(task.input),
    status: task.status as TaskStatus,
    outcome: task.status === 'done' ? (task.result as unknown as ImportOutcome) : null,
    message: task.status === 'failed' || task.status === 'cancelled' ? task.message : null,
  };
}
