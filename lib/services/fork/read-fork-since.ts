import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { LogTail } from '../room/read-room-since';

/**
 * What a fork's log holds behind `seen`, with its folded state, which does not say how far it reaches. Nothing where the fork was made anew or
 * is gone; see readRoomSince.
 */
export async function readForkSince(
  db: PrismaClient,
  { firmId, forkId, generation }: { readonly firmId: string; readonly forkId: string; readonly generation: number },
  seen: bigint,
): Promise<LogTail> {
  const [forks, rows] = await db.$transaction([
    db.$queryRaw<{ state: Uint8Array }[]>`
      SELECT state FROM "SectionFork"
        WHERE id = ${forkId}::uuid AND "firmId" = ${firmId}::uuid AND generation = ${generation} FOR UPDATE`,
    db.$queryRaw<{ id: bigint; bytes: Uint8Array }[]>`
      SELECT id, "update" AS bytes FROM "ForkUpdate"
        WHERE "forkId" = ${forkId}::uuid AND "firmId" = ${firmId}::uuid AND generation = ${generation} AND id > ${seen}
      ORDER BY id`,
  ]);
  return { updates: [...forks.map(({ state }) => state), ...rows.map(({ bytes }) => bytes)], through: rows.at(-1)?.id ?? seen };
}
