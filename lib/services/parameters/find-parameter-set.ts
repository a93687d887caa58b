import { AppError } from '@/lib/core/errors';
import type { ParameterSet, Prisma } from '@/lib/generated/prisma/client';

/** The firm's parameter set of that id; throws NOT_FOUND, also for another firm's. */
export async function findParameterSet(db: Prisma.TransactionClient, firmId: string, parameterSetId: string): Promise<ParameterSet> {
  const row = await db.parameterSet.findFirst({ where: { id: parameterSetId, firmId } });
  if (row === null) throw new AppError('NOT_FOUND', 'There is no such parameter set.');
  return row;
}
