import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forkName } from '@/lib/letter/schema/fork-name';
import { letterRoomName } from '@/lib/letter/schema/letter-room-name';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { roomName } from '@/lib/letter/schema/room-name';
import { ROLES, type Role } from '@/lib/policies/actor';
import { SECTION_STATES, type SectionState } from '@/lib/review/section-state';
import { readForkTexts } from '@/lib/services/fork/read-fork-texts';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { type Client, type CollabServer, joinRoom, startCollab, until } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';
import { allows } from './act';

let database: TestDatabase;
let firm: TestFirm;
let other: TestFirm;
let section: TestSection;
let server: CollabServer;
let client: Client | null = null;

beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  other = await makeFirm(database.db, 'Another Firm LLC');
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'));
  server = await startCollab(database.db);
});
afterEach(() => {
  client?.leave();
  client = null;
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

interface Room {
  readonly name: string;
  readonly text: () => Promise<string>;
}

type RoomKind = 'the section' | 'a copy of their own' | 'a copy of somebody else' | 'the letter’s own room';

/** Who writes in a room of each kind, in the order of ROLES; everybody of the firm reads. The table of docs/policies.md. */
const WRITES: Readonly<Record<RoomKind, string>> = {
  'the section': 'ALR---',
  'a copy of their own': 'ALRP-C',
  'a copy of somebody else': '------',
  'the letter’s own room': '------',
};

async function roomOf(kind: RoomKind, role: Role): Promise<Room> {
  const { firmId } = firm;
  const { sectionId, letterId } = section;
  const sectionText = async () => wordsOf((await readSectionBodies(database.db, firmId, [sectionId])).get(sectionId));
  if (kind === 'the section') return { name: roomName({ sectionId, generation: 1 }), text: sectionText };
  if (kind === 'the letter’s own room') return { name: letterRoomName(letterId), text: sectionText };
  const author = kind === 'a copy of their own' ? firm.memberId(role) : firm.memberId(ROLES.find((each) => each !== role) ?? 'legal');
  const forkId = await copyOf(author);
  return { name: forkName({ forkId, generation: 1 }), text: async () => wordsOf((await readForkTexts(database.db, firmId, forkId)).fork) };
}

/** A member's copy, made here, because some who may not make one are asked whether they write in theirs. */
async function copyOf(memberId: string): Promise<string> {
  const { db } = database;
  const { sectionId } = section;
  const present = await db.sectionFork.findFirst({ where: { sectionId, memberId }, select: { id: true } });
  if (present) return present.id;
  const room = await db.sectionRoom.findUniqueOrThrow({ where: { sectionId } });
  const id = randomUUID();
  const own = { id, firmId: firm.firmId, sectionId, memberId, follows: room.generation, state: room.state };
  await db.sectionFork.create({ data: { ...own, createdAt: new Date(), updatedAt: new Date() } });
  return id;
}

function wordsOf(body: ProseNode | null | undefined): string {
  return body ? plainTextOf(body) : '';
}

async function putSection(state: SectionState): Promise<void> {
  await database.db.section.update({ where: { id: section.sectionId }, data: { state } });
}

describe.each(Object.keys(WRITES) as RoomKind[])('the socket of %s', (kind) => {
  describe.each(SECTION_STATES)('while the section is %s', (state) => {
    const row = state === 'signed' ? '------' : WRITES[kind];
    it.each(ROLES.map((role) => [role, allows(row, role)] as const))('%s reads; writes: %s', async (role, writes) => {
      await putSection(state);
      const room = await roomOf(kind, role);
      client = joinRoom(server.host, { room: room.name, cookie: await firm.cookieAs(role) });
      await client.synced();
      const word = `word-${randomUUID()}`;
      client.write(word);
      if (writes) {
        await client.acknowledged();
        expect(await room.text()).toContain(word);
      } else {
        // the server answers each change, also one that it does not take
        await until(() => (client?.provider.unsyncedChanges ?? 0) > 0 || (client?.refusals.length ?? 0) > 0);
        await new Promise((resolve) => setTimeout(resolve, 150));
        expect(await room.text()).not.toContain(word);
      }
    });
  });

  it.each(ROLES)('%s of another firm is told that there is none', async (role) => {
    await putSection('drafting');
    const room = await roomOf(kind, role);
    client = joinRoom(server.host, { room: room.name, cookie: await other.cookieAs(role) });
    await until(() => (client?.refusals.length ?? 0) > 0);
    expect(client.refusals[0]).toBe('not-found');
    expect(client.provider.isSynced).toBe(false);
  });
});
