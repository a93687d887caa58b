import { Prisma } from '@/lib/generated/prisma/client';
import { type Appended, type RowLock, skipping } from '../room/append-room-updates';

/** One change of a fork by its author, before it is acknowledged. */
export interface ForkChange {
  readonly forkId: string;
  readonly firmId: string;
  readonly generation: number;
  readonly update: Uint8Array;
  readonly at: Date;
}

/** Appends what authors wrote to the forks' logs in one statement; see appendRoomUpdates. */
export async function appendForkUpdates(
  db: Prisma.TransactionClient,
  updates: readonly ForkChange[],
  lock: RowLock = 'wait',
): Promise<readonly Appended[]> {
  if (updates.length === 0) return [];
  const values = updates.map(
    ({ forkId, firmId, generation, update, at }) =>
      Prisma.sql`(${forkId}::uuid, ${firmId}::uuid, ${generation}::int, ${Buffer.from(update)}::bytea, ${at}::timestamptz)`,
  );
  const present = await db.$queryRaw<{ room: string; signed: boolean }[]>`
    WITH change (fork, firm, generation, bytes, at) AS (VALUES ${Prisma.join(values)}),
    present AS (
      SELECT f.id, f."firmId", f.generation, s.state = 'signed' OR s.frozen AS signed
        FROM "Section" s JOIN "SectionFork" f ON f."sectionId" = s.id AND f.follows = s.generation
        WHERE f.id IN (SELECT fork FROM change) FOR KEY SHARE OF s, f ${skipping(lock)}
    ),
    kept AS (
      INSERT INTO "ForkUpdate" ("forkId", "firmId", generation, "update", at)
      SELECT c.fork, c.firm, c.generation, c.bytes, c.at
        FROM change c JOIN present f ON f.id = c.fork AND f."firmId" = c.firm AND f.generation = c.generation AND NOT f.signed
    )
    SELECT id || ':' || generation || ':' || "firmId" AS room, signed FROM present`;
  const rooms = new Map(present.map(({ room, signed }) => [room, signed]));
  return updates.map(({ forkId, generation, firmId }) => {
    const signed = rooms.get(`${forkId}:${generation}:${firmId}`);
    if (signed === undefined) return lock === 'skip' ? 'held' : 'gone';
    return signed ? 'signed' : 'kept';
  });
}
