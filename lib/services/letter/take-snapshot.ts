import { contentHash } from '@/lib/core/hash';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { readLetterContent } from './read-letter-content';

export interface Snapshot {
  readonly id: string;
  readonly number: number;
  readonly content: LetterContent;
  readonly contentHash: string;
}

/**
 * The letter's content at this moment as an immutable, hashed snapshot. A letter that has not changed since its last snapshot keeps that one,
 * so that the same text always has the same number. Part of a caller's transaction; the letter's row is locked meanwhile.
 */
export async function takeSnapshot(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  letterId: string,
  name = '',
): Promise<Snapshot> {
  const { firmId, memberId } = ctx.actor;
  await tx.$queryRaw`SELECT 1 FROM "Letter" WHERE id = ${letterId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
  const content = await readLetterContent(tx, firmId, letterId);
  const hash = contentHash(content);
  const last = await tx.letterSnapshot.findFirst({ where: { firmId, letterId }, orderBy: { number: 'desc' } });
  if (last?.contentHash === hash) return { id: last.id, number: last.number, content, contentHash: hash };
  const id = ctx.ids();
  const number = (last?.number ?? 0) + 1;
  await tx.letterSnapshot.create({
    data: {
      id,
      firmId,
      letterId,
      number,
      name,
      content: content as unknown as Prisma.InputJsonObject,
      contentHash: hash,
      createdById: memberId,
      createdAt: ctx.clock(),
    },
  });
  audit({ type: 'letter.snapshot-taken', subject: { type: 'letter', id: letterId }, data: { snapshotId: id, number, contentHash: hash } });
  return { id, number, content, contentHash: hash };
}
