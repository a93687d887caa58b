import type { Prisma } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { readRoom, readRooms, type StoredRoom } from '../room/read-room';
import { roomDocument } from '../room/room-document';

/**
 * The text of a section as it stands at this moment, every acknowledged keystroke included: read from the room's state and its log, never from
 * the cached `Section.body`. Throws NOT_FOUND for a section of another firm, INTERNAL where the text cannot be read.
 */
export async function readSectionBody(
  db: Prisma.TransactionClient,
  section: { readonly firmId: string; readonly sectionId: string },
): Promise<ProseNode> {
  return bodyOfStoredRoom(await readRoom(db, section.firmId, section.sectionId));
}

/** The texts of several sections, all of one moment; see readSectionBody. */
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
