import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { type LockedSection, lockSection } from '../room/lock-section';

/** Holds a fork's section and then the fork until the transaction ends. Throws NOT_FOUND for another firm's. */
export async function lockFork(
  tx: Prisma.TransactionClient,
  firmId: string,
  forkId: string,
): Promise<{ readonly sectionId: string; readonly section: LockedSection }> {
  const fork = await tx.sectionFork.findFirst({ where: { id: forkId, firmId }, select: { sectionId: true } });
  if (!fork) throw new AppError('NOT_FOUND', 'There are no such suggestions.');
  const section = await lockSection(tx, firmId, fork.sectionId);
  await tx.$queryRaw`SELECT id FROM "SectionFork" WHERE id = ${forkId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
  return { sectionId: fork.sectionId, section };
}
