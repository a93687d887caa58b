import { AppError } from '@/lib/core/errors';
import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterContent } from '@/lib/letter/letter-content';

export interface StoredVersion {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly content: LetterContent;
  readonly contentHash: string;
  readonly createdAt: Date;
}

/**
 * A version with its content, whose hash is computed again first. Throws NOT_FOUND where the firm's letter has no such version, CHECK_FAILED
 * where the content is not what was kept: it is never used then.
 */
export async function readVersion(db: Prisma.TransactionClient, firmId: string, letterId: string, number: number): Promise<StoredVersion> {
  const row = await db.letterSnapshot.findFirst({ where: { firmId, letterId, number } });
  if (!row) throw new AppError('NOT_FOUND', `This letter has no version ${number}.`);
  if (!isIntact(row)) {
    throw new AppError(
      'CHECK_FAILED',
      `Version ${number} is damaged: what the database holds does not match the hash that was kept with it, so it is not used. Restore it from a backup.`,
      { number, contentHash: row.contentHash },
    );
  }
  const { id, name, createdAt } = row;
  return { id, number, name, content: row.content as unknown as LetterContent, contentHash: row.contentHash, createdAt };
}

/** Whether a version's content is what its hash was made of. */
export function isIntact(row: { readonly content: unknown; readonly contentHash: string }): boolean {
  return contentHash(row.content) === row.contentHash;
}
