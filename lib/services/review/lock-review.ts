import { AppError } from '@/lib/core/errors';
import type { Prisma, Section } from '@/lib/generated/prisma/client';
import { lockSection } from '../room/lock-section';
import { findSection } from '../section/find-section';

/** The section of this firm, its row held until the transaction ends; see lockSection. Throws NOT_FOUND for any other. */
export async function heldSection(tx: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<Section> {
  await lockSection(tx, firmId, sectionId);
  return findSection(tx, firmId, sectionId);
}

/**
 * Holds the letter of a section until the transaction ends. Whoever changes several sections of a letter holds it first, so whoever goes on to
 * change the letter after a section does so too. Throws NOT_FOUND for another firm's section.
 */
export async function holdLetterOf(tx: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Letter" WHERE "firmId" = ${firmId}::uuid
      AND id = (SELECT "letterId" FROM "Section" WHERE id = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid) FOR UPDATE`;
  if (rows.length === 0) throw new AppError('NOT_FOUND', 'There is no such section.');
}
