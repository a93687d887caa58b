import type { Clock } from '@/lib/core/clock';
import { contentHash } from '@/lib/core/hash';
import type { IdSource } from '@/lib/core/ids';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { VersionOccasion } from '@/lib/review/version-occasion';
import type { Audit } from '../context/transact';
import { announce } from '../live/announce';
import { isIntact } from '../version/read-version';
import { lockLetter } from './lock-letter';
import { readLetterContent } from './read-letter-content';

export interface Snapshot {
  readonly id: string;
  readonly number: number;
  readonly content: LetterContent;
  readonly contentHash: string;
  /** False where the letter stood exactly so in its last version, which then is this one. */
  readonly taken: boolean;
}

/** In whose name a version is taken: a member's (any ServiceContext), or null for the server itself. */
export interface SnapshotTaker {
  readonly actor: { readonly firmId: string; readonly memberId: string | null };
  readonly clock: Clock;
  readonly ids: IdSource;
}

interface Taking {
  readonly letterId: string;
  readonly occasion: VersionOccasion;
  readonly name?: string;
  readonly note?: string;
}

/**
 * The letter's content at this moment as an immutable, hashed version. A letter that has not changed since its last version keeps that one,
 * under the name that it had, so that the same text always has the same number. Part of a caller's transaction; the letter's row is locked
 * meanwhile.
 */
export async function takeSnapshot(
  taker: SnapshotTaker,
  tx: Prisma.TransactionClient,
  audit: Audit,
  { letterId, occasion, name = '', note = '' }: Taking,
): Promise<Snapshot> {
  const { firmId, memberId } = taker.actor;
  await lockLetter(tx, firmId, letterId);
  const content = await readLetterContent(tx, firmId, letterId);
  const hash = contentHash(content);
  const last = await tx.letterSnapshot.findFirst({
    where: { firmId, letterId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, contentHash: true, content: true },
  });
  // a damaged version stands for nothing, whatever its hash says
  if (last?.contentHash === hash && isIntact(last)) return { id: last.id, number: last.number, content, contentHash: hash, taken: false };
  const id = taker.ids();
  const number = (last?.number ?? 0) + 1;
  await tx.letterSnapshot.create({
    data: {
      id,
      firmId,
      letterId,
      number,
      name,
      note,
      occasion,
      content: content as unknown as Prisma.InputJsonObject,
      contentHash: hash,
      createdById: memberId,
      createdAt: taker.clock(),
    },
  });
  audit({
    type: 'letter.snapshot-taken',
    subject: { type: 'letter', id: letterId },
    data: { snapshotId: id, number, contentHash: hash, occasion, name, note },
  });
  await announce(tx, { topic: 'letter', about: 'versions', firmId, letterId, sectionId: null });
  return { id, number, content, contentHash: hash, taken: true };
}
