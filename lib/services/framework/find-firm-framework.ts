import { AppError } from '@/lib/core/errors';
import type { FirmFramework, Prisma } from '@/lib/generated/prisma/client';

/** The firm's own framework of that key; throws NOT_FOUND, also for another firm's and for a built-in one. */
export async function findFirmFramework(db: Prisma.TransactionClient, firmId: string, key: string): Promise<FirmFramework> {
  const row = await db.firmFramework.findUnique({ where: { firmId_key: { firmId, key } } });
  if (row === null) throw new AppError('NOT_FOUND', 'There is no such framework of the firm.');
  return row;
}
