import { AppError } from '@/lib/core/errors';
import { endTask } from '@/lib/jobs/end-task';
import type { TaskEnding } from '@/lib/jobs/task-context';
import { TASK_ENDINGS } from '@/lib/jobs/task-endings';
import { canCancelTask } from '@/lib/policies/task';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { getTask, type TaskDto } from './get-task';

/**
 * Calls a task off: one that waits is ended at once, one that runs is told to stop and ends within seconds, one that has ended stays as it is.
 * Throws NOT_FOUND, FORBIDDEN.
 */
export async function cancelTask(
  ctx: ServiceContext,
  input: { taskId: string },
  endings: Readonly<Record<string, TaskEnding>> = TASK_ENDINGS,
): Promise<TaskDto> {
  const where = { id: input.taskId, firmId: ctx.actor.firmId };
  const row = await ctx.db.task.findFirst({ where });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such task.');
  authorise(canCancelTask(ctx.actor, row));
  await ctx.db.task.updateMany({ where: { ...where, status: { in: ['queued', 'running'] } }, data: { cancelRequestedAt: ctx.clock() } });
  const waiting = await ctx.db.task.findFirst({ where: { ...where, status: 'queued' } });
  if (waiting) {
    const { id, firmId, kind, subjectId, input: given, createdById, attempt } = waiting;
    const task = { id, firmId, kind, subjectId, input: given, createdById, attempt };
    await endTask({ db: ctx.db, clock: ctx.clock, ids: ctx.ids, endings }, task, {
      status: 'cancelled',
      code: 'CANCELLED',
      message: 'It was cancelled before it began.',
    });
  }
  return getTask(ctx, input);
}
