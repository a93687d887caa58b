import { AppError } from '@/lib/core/errors';
import type { Letter, Prisma } from '@/lib/generated/prisma/client';

/** The letter of this firm with this id. Throws NOT_FOUND for any other. */
export async function findLetter(db: Prisma.TransactionClient, firmId: string, letterId: string): Promise<Letter> {
  const letter = await db.letter.findFirst({ where: { id: letterId, firmId } });
  if (!letter) throw new AppError('NOT_FOUND', 'There is no such letter.');
  return letter;
}
