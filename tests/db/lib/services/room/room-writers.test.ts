import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { transact } from '@/lib/services/context/transact';
import { appendRoomUpdates } from '@/lib/services/room/append-room-updates';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { compactRoom } from '@/lib/services/room/compact-room';
import { readRoom } from '@/lib/services/room/read-room';
import { roomDocument } from '@/lib/services/room/room-document';
import { readWriters } from '@/lib/services/room/room-writers';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';
import { p } from '@/tests/support/section-body';

let database: TestDatabase;
let firm: TestFirm;
let section: TestSection;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
beforeEach(async () => {
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'));
});
afterAll(() => database.drop());

/** A member's editor that writes words at the beginning; gives what it sends. */
async function editor(clientID: number) {
  const document = roomDocument(await readRoom(database.db, firm.firmId, section.sectionId));
  document.clientID = clientID;
  return (words: string) => {
    const before = Y.encodeStateVector(document);
    ((document.getXmlFragment(ROOM_FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, words);
    return Y.encodeStateAsUpdate(document, before);
  };
}
const send = (role: 'legal' | 'risk', update: Uint8Array) =>
  appendRoomUpdates(database.db, [
    { sectionId: section.sectionId, firmId: firm.firmId, generation: 1, update, memberId: firm.memberId(role), at: new Date() },
  ]);
const compact = () =>
  compactRoom({ db: database.db, clock: () => new Date(), ids: randomUUID }, { firmId: firm.firmId, sectionId: section.sectionId });
const writers = async () =>
  (await readWriters(database.db, firm.firmId, section.sectionId))
    .map(({ clientId, fromClock, toClock, memberId }) => ({ clientId, fromClock, toClock, memberId }))
    .sort((one, other) => one.clientId - other.clientId || one.fromClock - other.fromClock);

describe('who wrote', () => {
  it('is known from the log, and stays known when the log is folded', async () => {
    const [legal, risk] = [await editor(71), await editor(72)];
    await send('legal', legal('abc'));
    await send('risk', risk('de'));
    await send('legal', legal('f'));
    const expected = [
      { clientId: 71, fromClock: 0, toClock: 2, memberId: firm.memberId('legal') },
      { clientId: 71, fromClock: 3, toClock: 3, memberId: firm.memberId('legal') },
      { clientId: 72, fromClock: 0, toClock: 1, memberId: firm.memberId('risk') },
    ];
    expect(await writers()).toEqual(expected);
    await compact();
    expect(await writers()).toEqual(expected);
    await send('risk', risk('g'));
    await compact();
    await compact();
    expect(await writers()).toEqual([...expected, { clientId: 72, fromClock: 2, toClock: 2, memberId: firm.memberId('risk') }]);
  });

  it('is whoever was first, where another sends the same again', async () => {
    const legal = await editor(71);
    const words = legal('abc');
    await send('legal', words);
    await send('risk', words);
    await compact();
    await send('risk', words);
    await compact();
    expect(await writers()).toEqual([{ clientId: 71, fromClock: 0, toClock: 2, memberId: firm.memberId('legal') }]);
  });

  it('is the member for whom a service wrote', async () => {
    const ctx = firm.ctxAs('risk');
    await transact(ctx, (tx) =>
      changeRoomText(ctx, tx, {
        sectionId: section.sectionId,
        memberId: ctx.actor.memberId,
        change: (body) => ({ ...body, content: [...body.content!, p('By a service.')] }),
      }),
    );
    expect((await writers()).map(({ memberId }) => memberId)).toEqual([firm.memberId('risk')]);
  });

  it('is not told to another firm', async () => {
    const other = await makeFirm(database.db, 'Another Firm');
    await expect(readWriters(database.db, other.firmId, section.sectionId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
