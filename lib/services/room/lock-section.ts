import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';

export interface LockedSection {
  readonly letterId: string;
  readonly generation: number;
  readonly state: string;
  readonly frozen: boolean;
}

/**
 * Holds a section's row until the transaction ends: nothing is appended to its log or to those of its forks meanwhile, and nobody else changes
 * it. Throws NOT_FOUND for another firm's. Where several are locked, lock them in the order of their ids.
 */
export async function lockSection(tx: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<LockedSection> {
  const [section] = await tx.$queryRaw<LockedSection[]>`
    SELECT "letterId"::text AS "letterId", generation, state, frozen
      FROM "Section" WHERE id = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
  if (!section) throw new AppError('NOT_FOUND', 'There is no such section.');
  return section;
}
