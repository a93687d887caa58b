import { randomUUID } from 'node:crypto';
import { SESSION_COOKIE, sessionToken } from '@/lib/auth/session-token';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { emptySection } from '@/lib/letter/schema/empty-section';
import { roomName } from '@/lib/letter/schema/room-name';
import { SampleDraw } from '@/lib/sample/sample-draw';
import { insertSection } from '@/lib/services/section/insert-section';
import { sentences } from '../inputs/words';

export interface LetterRooms {
  /** the room of each section */
  readonly rooms: readonly string[];
  /** a Cookie header of each editor, each a member of their own */
  readonly cookies: readonly string[];
}

const PARAGRAPHS = 12;
const DAY_MS = 24 * 3_600_000;

/** A letter of so many sections of some 12 paragraphs, and members who may write in it. */
export async function makeLetterRooms(db: PrismaClient, sections: number, editors: number): Promise<LetterRooms> {
  const draw = new SampleDraw(7);
  const at = new Date();
  const [firmId, letterId] = [randomUUID(), randomUUID()];
  await db.firm.create({ data: { id: firmId, name: 'Bench Street Securities LLC', createdAt: at } });
  const members = Array.from({ length: editors }, (_, index) => ({
    id: randomUUID(),
    sessionId: randomUUID(),
    name: `Editor ${index + 1}`,
  }));
  await db.member.createMany({
    data: members.map(({ id, name }) => ({ id, firmId, name, role: 'legal', email: `${id}@example.test`, createdAt: at })),
  });
  const expiresAt = new Date(at.getTime() + DAY_MS);
  await db.session.createMany({
    data: members.map(({ id, sessionId }) => ({ id: sessionId, memberId: id, createdAt: at, lastSeenAt: at, expiresAt })),
  });
  const letter = { id: letterId, firmId, requestId: randomUUID(), requestVersionId: randomUUID(), title: 'A letter', furniture: {} };
  await db.letter.create({ data: { ...letter, createdById: members[0]?.id ?? '', createdAt: at, updatedAt: at } });
  const rooms: string[] = [];
  for (let ordinal = 0; ordinal < sections; ordinal++) {
    const sectionId = randomUUID();
    const written = Array.from({ length: PARAGRAPHS }, () => ({
      type: 'paragraph',
      attrs: { id: randomUUID() },
      content: [{ type: 'text', text: sentences(draw, 3) }],
    }));
    const body = { ...emptySection(randomUUID), content: written };
    const draft = { kind: 'discussion', title: `Section ${ordinal + 1}`, question: null, coverage: 'open', body } as const;
    await db.$transaction((tx) => insertSection(tx, { firmId, letterId, sectionId, ordinal, at }, draft));
    rooms.push(roomName({ sectionId, generation: 1 }));
  }
  const cookies = await Promise.all(members.map(async ({ sessionId }) => `${SESSION_COOKIE.http}=${await sessionToken(sessionId)}`));
  return { rooms, cookies };
}
