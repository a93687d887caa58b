import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';

/** What a room is made of: its compacted state and the updates that were acknowledged since. */
export interface StoredRoom {
  readonly sectionId: string;
  readonly generation: number;
  readonly state: Uint8Array;
  readonly updates: readonly { readonly id: bigint; readonly update: Uint8Array }[];
}

interface Row {
  readonly sectionId: string;
  readonly generation: number;
  /** null for the state itself */
  readonly id: bigint | null;
  readonly bytes: Uint8Array;
}

/**
 * The rooms of these sections of a firm in their present generation. One statement reads states and logs, so that a compaction running beside
 * it can neither hide an update nor show it twice. Throws NOT_FOUND where a section is not the firm's, INTERNAL where its room is missing:
 * never an empty room.
 */
export async function readRooms(
  db: Prisma.TransactionClient,
  firmId: string,
  sectionIds: readonly string[],
): Promise<Map<string, StoredRoom>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.id::text AS "sectionId", s.generation, NULL::bigint AS id, r.state AS bytes
      FROM "Section" s JOIN "SectionRoom" r ON r."sectionId" = s.id AND r.generation = s.generation
      WHERE s."firmId" = ${firmId}::uuid AND s.id = ANY(${[...sectionIds]}::uuid[])
    UNION ALL
    SELECT s.id::text, s.generation, u.id, u."update"
      FROM "Section" s JOIN "SectionUpdate" u ON u."sectionId" = s.id AND u.generation = s.generation
      WHERE s."firmId" = ${firmId}::uuid AND s.id = ANY(${[...sectionIds]}::uuid[])
    ORDER BY 3 NULLS FIRST`;
  const rooms = new Map<string, { state: Row; updates: { id: bigint; update: Uint8Array }[] }>();
  for (const row of rows) {
    if (row.id === null) rooms.set(row.sectionId, { state: row, updates: [] });
    else rooms.get(row.sectionId)?.updates.push({ id: row.id, update: row.bytes });
  }
  const read = new Map<string, StoredRoom>();
  for (const sectionId of sectionIds) {
    const room = rooms.get(sectionId);
    if (!room) throw await missingRoom(db, firmId, sectionId);
    read.set(sectionId, { sectionId, generation: room.state.generation, state: room.state.bytes, updates: room.updates });
  }
  return read;
}

/** One room; see readRooms. */
export async function readRoom(db: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<StoredRoom> {
  const room = (await readRooms(db, firmId, [sectionId])).get(sectionId);
  if (!room) throw new AppError('NOT_FOUND', 'There is no such section.');
  return room;
}

async function missingRoom(db: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<AppError> {
  const section = await db.section.findFirst({ where: { id: sectionId, firmId }, select: { id: true } });
  if (!section) return new AppError('NOT_FOUND', 'There is no such section.');
  return new AppError('INTERNAL', 'The text of this section is missing from the database. Nothing was changed; restore it from a backup.', {
    sectionId,
  });
}
