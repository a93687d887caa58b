import { setTimeout as pause } from 'node:timers/promises';
import { AppError, ERROR_CODES, type ErrorCode } from '@/lib/core/errors';
import type { PrismaClient } from '@/lib/generated/prisma/client';

const PAUSE_MS = 200;

/** Waits until a task has ended and gives its result. Throws what ended it otherwise, and what `throwIfCancelled` throws meanwhile. */
export async function waitForTask(db: PrismaClient, taskId: string, throwIfCancelled: () => void): Promise<unknown> {
  for (;;) {
    throwIfCancelled();
    const task = await db.task.findUniqueOrThrow({ where: { id: taskId } });
    if (task.status === 'done') return task.result;
    if (task.status === 'failed' || task.status === 'cancelled') {
      const error = task.error as { code?: string; message?: string } | null;
      const code = error?.code !== undefined && error.code in ERROR_CODES ? (error.code as ErrorCode) : 'INTERNAL';
      throw new AppError(code, error?.message ?? 'A step did not finish.');
    }
    await pause(PAUSE_MS);
  }
}
