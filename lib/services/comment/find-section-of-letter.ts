import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';

/** Throws NOT_FOUND unless this section stands in this letter of the firm. */
export async function findSectionOfLetter(
  tx: Prisma.TransactionClient,
  firmId: string,
  letterId: string,
  sectionId: string,
): Promise<void> {
  const section = await tx.section.findFirst({ where: { id: sectionId, letterId, firmId }, select: { id: true } });
  if (!section) throw new AppError('NOT_FOUND', 'There is no such section in this letter.');
}
