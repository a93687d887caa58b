import type { Prisma } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ServiceContext } from '../context/service-context';
import { announce } from '../live/announce';
import { lockSection } from './lock-section';
import { readRoom } from './read-room';
import { roomDocument } from './room-document';
import { updateTo } from './update-to';

export interface RoomTextChange {
  readonly sectionId: string;
  /** in whose name; null for the server itself */
  readonly memberId: string | null;
  /** The new text of the section, made of its present one. Called once; what it throws, changeRoomText throws. */
  readonly change: (body: ProseNode) => ProseNode;
}

/**
 * The one way in which a service changes a section's text. In the caller's transaction, under the section's row lock: reads the text as it is
 * now with every acknowledged keystroke, appends the difference to its log, and tells the processes that have it open once it is committed.
 * Whether the member may, and whether the section is signed, is for the caller to ask. Throws NOT_FOUND for another firm's section,
 * INVALID_INPUT where the new text is not of a section's form, CONFLICT where the document does not take it.
 */
export async function changeRoomText(
  { actor: { firmId }, clock }: Pick<ServiceContext, 'actor' | 'clock'>,
  tx: Prisma.TransactionClient,
  { sectionId, memberId, change }: RoomTextChange,
): Promise<{ readonly before: ProseNode; readonly after: ProseNode }> {
  await lockSection(tx, firmId, sectionId);
  const room = await readRoom(tx, firmId, sectionId);
  const document = roomDocument(room);
  try {
    const { body: before } = bodyOfRoom(document);
    const { update, after } = updateTo(document, change(before));
    if (update) {
      const data = { sectionId, firmId, generation: room.generation, update: Buffer.from(update), memberId, at: clock() };
      await tx.sectionUpdate.create({ data });
      await announce(tx, { topic: 'room', firmId, sectionId });
    }
    return { before, after };
  } finally {
    document.destroy();
  }
}
