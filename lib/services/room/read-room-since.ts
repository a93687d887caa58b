import type { PrismaClient } from '@/lib/generated/prisma/client';

/** What a log holds behind a place in it, and up to where nothing more can be added before that. */
export interface LogTail {
  readonly updates: readonly Uint8Array[];
  readonly through: bigint;
}

/**
 * What a section's log holds behind `seen`, with the folded state where the log was folded beyond it. The section's row is held for the moment
 * of reading: commits do not come in the order of their numbers, and so none with a smaller number can still be on its way. Nothing where the
 * room was made anew or is gone.
 */
export async function readRoomSince(
  db: PrismaClient,
  { firmId, sectionId, generation }: { readonly firmId: string; readonly sectionId: string; readonly generation: number },
  seen: bigint,
): Promise<LogTail> {
  const [, rows] = await db.$transaction([
    db.$queryRaw`SELECT id FROM "Section" WHERE id = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`,
    db.$queryRaw<{ id: bigint; bytes: Uint8Array }[]>`
      SELECT "throughUpdate" AS id, state AS bytes FROM "SectionRoom"
        WHERE "sectionId" = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid AND generation = ${generation} AND "throughUpdate" > ${seen}
      UNION ALL
      SELECT id, "update" FROM "SectionUpdate"
        WHERE "sectionId" = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid AND generation = ${generation} AND id > ${seen}
      ORDER BY id`,
  ]);
  return { updates: rows.map(({ bytes }) => bytes), through: rows.at(-1)?.id ?? seen };
}

/** Where the logs of these firms' sections end, folded or not, by section. */
export async function readLogEnds(
  db: PrismaClient,
  firmIds: readonly string[],
  sectionIds: readonly string[],
): Promise<Map<string, bigint>> {
  if (sectionIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ sectionId: string; end: bigint }[]>`
    SELECT r."sectionId"::text AS "sectionId", greatest(r."throughUpdate", coalesce(max(u.id), 0)) AS "end"
      FROM "SectionRoom" r LEFT JOIN "SectionUpdate" u ON u."sectionId" = r."sectionId"
      WHERE r."sectionId" = ANY(${[...sectionIds]}::uuid[]) AND r."firmId" = ANY(${[...firmIds]}::uuid[])
      GROUP BY r."sectionId", r."throughUpdate"`;
  return new Map(rows.map(({ sectionId, end }) => [sectionId, end]));
}
