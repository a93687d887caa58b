import type { Prisma } from '@/lib/generated/prisma/client';
import { type AuthoredNode, authoredBody } from '@/lib/letter/authorship/authored-body';
import { type Passage, passagesOf } from '@/lib/letter/authorship/passages';
import { canReadSection } from '@/lib/policies/section';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { readRooms, type StoredRoom } from '../room/read-room';
import { roomDocument } from '../room/room-document';
import { readWriters } from '../room/room-writers';
import { findSection } from '../section/find-section';

export interface SectionAuthorship {
  readonly passages: readonly Passage[];
  /** The members that the passages name. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  /** Whose is what the section was made with: the letter's maker; null where that member is gone. */
  readonly firstDraftBy: string | null;
}

/** Who wrote each passage of a section as it stands. Throws NOT_FOUND for another firm's section. */
export async function sectionAuthorship(ctx: ServiceContext, sectionId: string): Promise<SectionAuthorship> {
  const { actor, db } = ctx;
  const section = await findSection(db, actor.firmId, sectionId);
  authorise(canReadSection(actor, section));
  const body = (await authoredBodies(db, actor.firmId, [sectionId])).get(sectionId);
  const members = await db.member.findMany({ where: { firmId: actor.firmId }, select: { id: true, name: true }, orderBy: { name: 'asc' } });
  const letter = await db.letter.findFirst({ where: { id: section.letterId, firmId: actor.firmId }, select: { createdById: true } });
  const passages = body ? passagesOf(body) : [];
  const named = new Set(passages.flatMap(({ author }) => (author.by === 'member' ? [author.memberId] : [])));
  return {
    passages,
    members: members.filter(({ id }) => named.has(id)),
    firstDraftBy: members.find(({ id }) => id === letter?.createdById)?.name ?? null,
  };
}

/** The texts of sections as they stand, every stretch with its author. */
export async function authoredBodies(
  db: Prisma.TransactionClient,
  firmId: string,
  sectionIds: readonly string[],
): Promise<Map<string, AuthoredNode>> {
  const rooms = await readRooms(db, firmId, sectionIds);
  const bodies = new Map<string, AuthoredNode>();
  for (const [sectionId, room] of rooms) bodies.set(sectionId, await authoredRoom(db, firmId, room));
  return bodies;
}

async function authoredRoom(db: Prisma.TransactionClient, firmId: string, room: StoredRoom): Promise<AuthoredNode> {
  const document = roomDocument(room);
  try {
    return authoredBody(document, await readWriters(db, firmId, room.sectionId));
  } finally {
    document.destroy();
  }
}
