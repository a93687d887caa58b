import type { Prisma } from '@/lib/generated/prisma/client';
import type { WriterSpan } from '@/lib/letter/authorship/authorship';
import { type Covered, newSpans } from './new-spans';
import { readRoom, type StoredRoom } from './read-room';

/**
 * Who wrote what a section's room holds: folded changes, and those that still wait in the log. What a section began with has no writer. Throws
 * NOT_FOUND for another firm's section.
 */
export async function readWriters(db: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<readonly WriterSpan[]> {
  const room = await readRoom(db, firmId, sectionId);
  const folded = await db.sectionWriter.findMany({
    where: { sectionId, firmId, generation: room.generation },
    orderBy: [{ clientId: 'asc' }, { fromClock: 'asc' }],
  });
  const spans = folded.map(({ clientId, fromClock, toClock, memberId, at }) => ({
    clientId: Number(clientId),
    fromClock,
    toClock,
    memberId,
    at: at.toISOString(),
  }));
  return [...spans, ...(await writersInLog(db, firmId, room))];
}

/** Who wrote the changes in a room's log that its state does not hold yet, in the order of the log. */
export async function writersInLog(db: Prisma.TransactionClient, firmId: string, room: StoredRoom): Promise<readonly WriterSpan[]> {
  if (room.updates.length === 0) return [];
  const rows = await db.sectionUpdate.findMany({
    where: { firmId, id: { in: room.updates.map(({ id }) => id) } },
    select: { update: true, memberId: true, at: true },
    orderBy: { id: 'asc' },
  });
  const covered: Covered = new Map();
  newSpans(covered, room.state, null, '');
  return rows.flatMap(({ update, memberId, at }) => newSpans(covered, update, memberId, at.toISOString()));
}
