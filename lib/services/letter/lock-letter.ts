import type { Letter, Prisma } from '@/lib/generated/prisma/client';
import { findLetter } from './find-letter';

/**
 * The letter of this firm, its row held until the transaction ends. Whoever changes several sections of a letter, its outline or whether it is
 * frozen holds it first, before any section. Throws NOT_FOUND for any other firm's letter.
 */
export async function lockLetter(tx: Prisma.TransactionClient, firmId: string, letterId: string): Promise<Letter> {
  await tx.$queryRaw`SELECT 1 FROM "Letter" WHERE id = ${letterId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
  return findLetter(tx, firmId, letterId);
}
