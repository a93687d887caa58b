import { AppError } from '@/lib/core/errors';
import type { Task } from '@/lib/generated/prisma/client';
import { canReadTask } from '@/lib/policies/task';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';

export type TaskStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface TaskDto {
  id: string;
  kind: string;
  subjectId: string | null;
  status: TaskStatus;
  done: number;
  total: number | null;
  message: string;
  result: unknown;
  error: { code: string; message: string; details: Record<string, unknown> } | null;
  cancelRequested: boolean;
  createdAt: string;
  finishedAt: string | null;
}

/** A task of the firm, as it stands. Throws NOT_FOUND. */
export async function getTask(ctx: ServiceContext, input: { taskId: string }): Promise<TaskDto> {
  const row = await ctx.db.task.findFirst({ where: { id: input.taskId, firmId: ctx.actor.firmId } });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such task.');
  authorise(canReadTask(ctx.actor, row));
  return taskDto(row);
}

/** A task's row as plain JSON. */
export function taskDto(row: Task): TaskDto {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subjectId,
    status: row.status as TaskStatus,
    done: row.done,
    total: row.total,
    message: row.message,
    result: row.result,
    error: row.error as unknown as TaskDto['error'],
    cancelRequested: row.cancelRequestedAt !== null,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
