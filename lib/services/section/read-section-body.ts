import type { Prisma } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { readRooms, type StoredRoom } from '../room/read-room';
import { roomDocument } from '../room/room-document';

/**
 * The texts of sections as they stand at this moment, every acknowledged keystroke included, all of one moment: read from each room's state and
 * its log, never from the cached `Section.body`. Throws NOT_FOUND for a section of another firm, INTERNAL where a text is missing from the
 * database: that must never read as empty.
 */
export async function readSectionBodies(
  db: Prisma.TransactionClient,
  firmId: string,
  sectionIds: readonly string[],
): Promise<Map<string, ProseNode>> {
  const rooms = await readRooms(db, firmId, sectionIds);
  return new Map([...rooms].map(([sectionId, room]) => [sectionId, bodyOfStoredRoom(room)]));
}

function bodyOfStoredRoom(room: StoredRoom): ProseNode {
  const document = roomDocument(room);
  try {
    return bodyOfRoom(document).body;
  } finally {
    document.destroy();
  }
}
