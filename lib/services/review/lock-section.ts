import { AppError } from '@/lib/core/errors';
import type { Prisma, Section } from '@/lib/generated/prisma/client';
import { findSection } from '../section/find-section';

/**
 * The section of this firm, its row locked until the transaction ends: the rooms append to its log only before or after. Throws NOT_FOUND for
 * any other.
 */
export async function lockSection(tx: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<Section> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Section" WHERE id = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new AppError('NOT_FOUND', 'There is no such section.');
  return findSection(tx, firmId, sectionId);
}
