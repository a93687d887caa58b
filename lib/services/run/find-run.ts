import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';

/** A run's row. Throws NOT_FOUND where the firm has none of this id. */
export async function findRun(db: Prisma.TransactionClient, firmId: string, runId: string) {
  const run = await db.run.findFirst({ where: { id: runId, firmId } });
  if (!run) throw new AppError('NOT_FOUND', 'There is no such run.');
  return run;
}
