import { Prisma, type PrismaClient } from '@/lib/generated/prisma/client';

/** One change of a room, before anybody is told that it is kept. */
export interface RoomUpdate {
  readonly sectionId: string;
  readonly firmId: string;
  readonly generation: number;
  readonly update: Uint8Array;
  readonly memberId: string | null;
  readonly at: Date;
}

/**
 * Appends changes to the rooms' logs in one statement and commits. Returns which were kept; one is not where its section is gone or its room
 * was made anew meanwhile. The section's row is locked against that for the moment of the append; ordinary changes of the row are not held up.
 */
export async function appendRoomUpdates(db: PrismaClient, updates: readonly RoomUpdate[]): Promise<readonly boolean[]> {
  if (updates.length === 0) return [];
  const values = updates.map(
    ({ sectionId, firmId, generation, update, memberId, at }) =>
      Prisma.sql`(${sectionId}::uuid, ${firmId}::uuid, ${generation}::int, ${Buffer.from(update)}::bytea, ${memberId}::uuid, ${at}::timestamptz)`,
  );
  const kept = await db.$queryRaw<{ room: string }[]>`
    WITH change (section, firm, generation, bytes, member, at) AS (VALUES ${Prisma.join(values)}),
    present AS (
      SELECT id, "firmId", generation FROM "Section" WHERE id IN (SELECT section FROM change) FOR KEY SHARE
    ),
    kept AS (
      INSERT INTO "SectionUpdate" ("sectionId", "firmId", generation, "update", "memberId", at)
      SELECT c.section, c.firm, c.generation, c.bytes, c.member, c.at
        FROM change c JOIN present s ON s.id = c.section AND s."firmId" = c.firm AND s.generation = c.generation
      RETURNING "sectionId", generation
    )
    SELECT DISTINCT "sectionId"::text || ':' || generation AS room FROM kept`;
  const rooms = new Set(kept.map(({ room }) => room));
  return updates.map(({ sectionId, generation }) => rooms.has(`${sectionId}:${generation}`));
}
