import { Prisma } from '@/lib/generated/prisma/client';

/** One change of a section's room, before anybody is told that it is kept. */
export interface RoomUpdate {
  readonly sectionId: string;
  readonly firmId: string;
  readonly generation: number;
  readonly update: Uint8Array;
  readonly memberId: string | null;
  readonly at: Date;
}

/**
 * What became of a change: in the log, or not, because its room is gone or was made anew, because the section is signed or its letter was filed, or because somebody
 * holds the row (where that was not to be waited for, a room that is gone counts as held too).
 */
export type Appended = 'kept' | 'gone' | 'signed' | 'held';

/** Whether to wait for a row that a service holds at this moment. */
export type RowLock = 'wait' | 'skip';

/**
 * Appends what members wrote to the rooms' logs in one statement. The section's row is locked for the moment of the append against being made
 * anew, signed or changed by a service; ordinary changes of the row are not held up.
 */
export async function appendRoomUpdates(
  db: Prisma.TransactionClient,
  updates: readonly RoomUpdate[],
  lock: RowLock = 'wait',
): Promise<readonly Appended[]> {
  if (updates.length === 0) return [];
  const values = updates.map(
    ({ sectionId, firmId, generation, update, memberId, at }) =>
      Prisma.sql`(${sectionId}::uuid, ${firmId}::uuid, ${generation}::int, ${Buffer.from(update)}::bytea, ${memberId}::uuid, ${at}::timestamptz)`,
  );
  const present = await db.$queryRaw<{ room: string; signed: boolean }[]>`
    WITH change (section, firm, generation, bytes, member, at) AS (VALUES ${Prisma.join(values)}),
    present AS (
      SELECT id, "firmId", generation, state = 'signed' OR frozen AS signed FROM "Section" WHERE id IN (SELECT section FROM change) FOR KEY SHARE ${skipping(lock)}
    ),
    kept AS (
      INSERT INTO "SectionUpdate" ("sectionId", "firmId", generation, "update", "memberId", at)
      SELECT c.section, c.firm, c.generation, c.bytes, c.member, c.at
        FROM change c JOIN present s ON s.id = c.section AND s."firmId" = c.firm AND s.generation = c.generation AND NOT s.signed
    )
    SELECT id || ':' || generation || ':' || "firmId" AS room, signed FROM present`;
  const rooms = new Map(present.map(({ room, signed }) => [room, signed]));
  return updates.map(({ sectionId, generation, firmId }) => {
    const signed = rooms.get(`${sectionId}:${generation}:${firmId}`);
    if (signed === undefined) return lock === 'skip' ? 'held' : 'gone';
    return signed ? 'signed' : 'kept';
  });
}

export function skipping(lock: RowLock): Prisma.Sql {
  return lock === 'skip' ? Prisma.sql`SKIP LOCKED` : Prisma.empty;
}
