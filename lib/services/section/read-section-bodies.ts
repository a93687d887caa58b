import * as Y from 'yjs';
import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/**
 * The present text of sections, by section id: each room's compacted state and all of its log after it, so that every acknowledged keystroke is
 * in it whatever process holds the room. Throws INTERNAL where a section has no room: its text is then not known, which must never read as empty.
 */
export async function readSectionBodies(
  db: Prisma.TransactionClient,
  { firmId, sectionIds }: { readonly firmId: string; readonly sectionIds: readonly string[] },
): Promise<ReadonlyMap<string, ProseNode>> {
  const rooms = await db.sectionRoom.findMany({ where: { firmId, sectionId: { in: [...sectionIds] } } });
  const updates = await db.sectionUpdate.findMany({
    where: {
      firmId,
      OR: rooms.map((room) => ({ sectionId: room.sectionId, generation: room.generation, id: { gt: room.throughUpdate } })),
    },
    orderBy: { id: 'asc' },
    select: { sectionId: true, update: true },
  });
  const documents = new Map(rooms.map((room) => [room.sectionId, new Y.Doc()]));
  for (const room of rooms) applyTo(documents, room.sectionId, room.state);
  for (const row of updates) applyTo(documents, row.sectionId, row.update);
  const bodies = new Map<string, ProseNode>();
  for (const [sectionId, document] of documents) {
    bodies.set(sectionId, bodyOfRoom(document).body);
    document.destroy();
  }
  for (const id of sectionIds) {
    if (!bodies.has(id))
      throw new AppError('INTERNAL', 'The text of a section could not be loaded. Nothing was changed; run `doctor`.', { sectionId: id });
  }
  return bodies;
}

function applyTo(documents: ReadonlyMap<string, Y.Doc>, sectionId: string, update: Uint8Array): void {
  const document = documents.get(sectionId);
  if (document) Y.applyUpdate(document, update);
}
