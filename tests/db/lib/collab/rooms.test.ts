import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { compactRoom } from '@/lib/services/room/compact-room';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { type Client, type CollabServer, joinRoom, startCollab, until } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';

let database: TestDatabase;
let firm: TestFirm;
let section: TestSection;
let server: CollabServer;
let clients: Client[];

beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
beforeEach(async () => {
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'));
  server = await startCollab(database.db);
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.leave();
  await server.stop();
  await database.db.$executeRawUnsafe('DROP TRIGGER IF EXISTS refuse ON "SectionUpdate"');
});
afterAll(() => database.drop());

async function join(
  role: Parameters<TestFirm['cookieAs']>[0],
  options: { token?: string; room?: string; document?: Y.Doc; origin?: string } = {},
) {
  const client = joinRoom(server.host, { room: section.room, cookie: await firm.cookieAs(role), ...options });
  clients.push(client);
  return client;
}

const bodyOf = async (firmId: string, sectionId: string) => (await readSectionBodies(database.db, firmId, [sectionId])).get(sectionId)!;
const stored = async () => plainTextOf(await bodyOf(firm.firmId, section.sectionId));
const logged = () => database.db.sectionUpdate.count({ where: { sectionId: section.sectionId } });

describe('a room', () => {
  it('shows the first content that the server made', async () => {
    const legal = await join('legal');
    await legal.synced();
    expect(legal.text()).toBe('First.');
  });

  it('has acknowledged nothing that a killed server loses', async () => {
    const legal = await join('legal');
    await legal.synced();
    for (let line = 1; line <= 40; line++) legal.write(`Sentence ${line}.`);
    await legal.acknowledged();
    server.kill();
    expect((await stored()).split('\n')).toHaveLength(41);

    server = await startCollab(database.db);
    const risk = await join('risk');
    await risk.synced();
    expect(risk.text().split('\n').at(-1)).toBe('Sentence 40.');
  });

  it('lets a reader of the database see what was acknowledged, before any compaction', async () => {
    const legal = await join('legal');
    await legal.synced();
    legal.write('Just typed.');
    await legal.acknowledged();
    expect(await stored()).toBe('First.\nJust typed.');
    const row = await database.db.section.findUniqueOrThrow({ where: { id: section.sectionId } });
    expect(JSON.stringify(row.body)).not.toContain('Just typed.');
  });

  it('converges for two who write at once', async () => {
    const [legal, risk] = [await join('legal'), await join('risk')];
    await Promise.all([legal.synced(), risk.synced()]);
    for (let line = 0; line < 10; line++) {
      legal.write(`L${line}`);
      risk.write(`R${line}`);
    }
    await Promise.all([legal.acknowledged(), risk.acknowledged()]);
    await until(
      () => legal.text() === risk.text() && legal.text().split('\n').length === 21,
      () => `${legal.text()} | ${risk.text()}`,
    );
    expect(await stored()).toBe(legal.text());
  });

  it('keeps what was written while the server was away, once', async () => {
    const legal = await join('legal');
    await legal.synced();
    legal.provider.configuration.websocketProvider.disconnect();
    await until(() => !legal.provider.isSynced);
    legal.write('Written offline.');
    await legal.provider.configuration.websocketProvider.connect();
    await legal.acknowledged();
    expect(await stored()).toBe('First.\nWritten offline.');
  });

  it('gives five who come first at once one content', async () => {
    const five = await Promise.all(['legal', 'risk', 'administrator', 'approver', 'observer'].map((role) => join(role as 'legal')));
    await Promise.all(five.map((client) => client.synced()));
    expect(five.map((client) => client.text())).toEqual(Array(5).fill('First.'));
    expect(server.collab.counts()).toEqual({ rooms: 1, connections: 5 });
    expect(await logged()).toBe(0);
  });

  it('lets those read who may only read, and takes nothing from them', async () => {
    const observer = await join('observer');
    await observer.synced();
    expect(observer.provider.authorizedScope).toBe('readonly');
    observer.write('Not mine to write.');
    const legal = await join('legal');
    await legal.synced();
    legal.write('Mine.');
    await legal.acknowledged();
    expect(await stored()).toBe('First.\nMine.');
    expect(legal.text()).toBe('First.\nMine.');
    expect(observer.provider.unsyncedChanges).toBeGreaterThan(0);
  });

  it('carries the name that the member has, not the one that a client claims', async () => {
    const [legal, risk] = [await join('legal'), await join('risk')];
    await Promise.all([legal.synced(), risk.synced()]);
    legal.provider.setAwarenessField('user', { name: 'Somebody else', color: 'red;background:url(x)' });
    const seen = () => risk.provider.awareness?.getStates().get(legal.document.clientID)?.user;
    await until(() => seen() !== undefined);
    expect(seen()).toEqual({ name: 'Legal Member', memberId: firm.memberId('legal'), color: '#5b6472' });
    risk.provider.setAwarenessField('user', { name: 'Risk', color: '#123456' });
    const others = () => [...(legal.provider.awareness?.getStates() ?? [])].filter(([client]) => client !== legal.document.clientID);
    await until(() => others().length > 0);
    legal.provider.setAwarenessField('cursor', { anchor: 1 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(others().map(([client, state]) => [client, state.user])).toEqual([
      [risk.document.clientID, { name: 'Risk Member', memberId: firm.memberId('risk'), color: '#123456' }],
    ]);
  });
});

describe('a room is refused', () => {
  const refusal = async (client: Client) => {
    await until(
      () => client.refusals.length > 0,
      () => 'it was not refused',
    );
    expect(client.document.share.size === 0 || client.text() === '').toBe(true);
    return client.refusals[0];
  };

  it('to nobody', async () => {
    const client = joinRoom(server.host, { room: section.room, cookie: '' });
    clients.push(client);
    expect(await refusal(client)).toBe('signed-out');
  });
  it('to another firm', async () => {
    const other = await makeFirm(database.db, 'Another Firm');
    const client = joinRoom(server.host, { room: section.room, cookie: await other.cookieAs('administrator') });
    clients.push(client);
    expect(await refusal(client)).toBe('not-found');
  });
  it('to a client of another schema', async () => {
    expect(await refusal(await join('legal', { token: writeRoomToken({ schemaVersion: 0 }) }))).toBe('schema-version');
    expect(await refusal(await join('legal', { token: 'none' }))).toBe('schema-version');
  });
  it('in another generation', async () => {
    expect(await refusal(await join('legal', { room: section.room.replace(/:1$/, ':2') }))).toBe('generation');
  });
  it('under a name that is none', async () => {
    expect(await refusal(await join('legal', { room: 'section:1:1' }))).toBe('not-found');
    expect(await refusal(await join('legal', { room: 'body' }))).toBe('not-found');
  });
  it('to a page of another site', async () => {
    expect(await refusal(await join('legal', { origin: 'https://evil.example' }))).toContain('403');
  });
  it('when its state is missing, rather than shown empty', async () => {
    await database.db.sectionRoom.delete({ where: { sectionId: section.sectionId } });
    expect(await refusal(await join('legal'))).toBe('load-failed');
    expect(server.errors.map(({ message }) => message)).toContain('a room could not be loaded');
    expect(await logged()).toBe(0);
  });
  it('when its state cannot be read, and stays as it is', async () => {
    const broken = Buffer.from([1, 2, 3, 4, 5]);
    await database.db.sectionRoom.update({ where: { sectionId: section.sectionId }, data: { state: broken } });
    expect(await refusal(await join('legal'))).toBe('load-failed');
    const room = await database.db.sectionRoom.findUniqueOrThrow({ where: { sectionId: section.sectionId } });
    expect(Buffer.from(room.state).equals(broken)).toBe(true);
  });
});

describe('a room is closed', () => {
  const closedWith = async (client: Client, reason: string) => {
    await until(
      () => client.refusals.includes(reason),
      () => `refusals: ${client.refusals.join(', ')}`,
    );
  };

  it('in the middle of typing when the session is revoked, and takes nothing more', async () => {
    const outsider = await makeFirm(database.db, 'Revoked Firm');
    const own = await makeSection(database.db, outsider.firmId, outsider.memberId('legal'));
    const client = joinRoom(server.host, { room: own.room, cookie: await outsider.cookieAs('legal') });
    clients.push(client);
    await client.synced();
    const typing = setInterval(() => client.write('typing'), 10);
    await until(() => client.text().split('\n').length > 5);
    await database.db.session.updateMany({ where: { memberId: outsider.memberId('legal') }, data: { revokedAt: new Date() } });
    await closedWith(client, 'signed-out');
    const ownText = async () => plainTextOf(await bodyOf(outsider.firmId, own.sectionId));
    const kept = await ownText();
    await new Promise((resolve) => setTimeout(resolve, 300));
    clearInterval(typing);
    expect(kept).toContain('typing');
    expect(await ownText()).toBe(kept);
  });

  it('when the member may only read from now on, and opens again for reading', async () => {
    const demoted = await makeFirm(database.db, 'Demoted Firm');
    const own = await makeSection(database.db, demoted.firmId, demoted.memberId('legal'));
    const client = joinRoom(server.host, { room: own.room, cookie: await demoted.cookieAs('legal') });
    clients.push(client);
    await client.synced();
    await database.db.member.update({ where: { id: demoted.memberId('legal') }, data: { role: 'observer' } });
    await closedWith(client, 'rights-changed');
    await client.provider.sendToken();
    client.provider.startSync();
    await until(() => client.provider.authorizedScope === 'readonly');
  });

  it('when its section is made anew', async () => {
    const legal = await join('legal');
    await legal.synced();
    await database.db.section.update({ where: { id: section.sectionId }, data: { generation: 2 } });
    await closedWith(legal, 'generation');
  });

  it('at once for a member when asked', async () => {
    const legal = await join('legal');
    await legal.synced();
    server.collab.closeMember(firm.memberId('legal'));
    await closedWith(legal, 'signed-out');
  });

  it('when a change cannot be saved: the change is neither acknowledged nor shown, and comes again', async () => {
    const [legal, risk] = [await join('legal'), await join('risk')];
    await Promise.all([legal.synced(), risk.synced()]);
    await database.db.$executeRawUnsafe(
      `CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$ LANGUAGE plpgsql`,
    );
    await database.db.$executeRawUnsafe('CREATE TRIGGER refuse BEFORE INSERT ON "SectionUpdate" FOR EACH ROW EXECUTE FUNCTION refuse()');
    legal.write('Not saved yet.');
    await closedWith(legal, 'not-saved');
    expect(legal.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(risk.text()).toBe('First.');
    expect(await stored()).toBe('First.');

    await database.db.$executeRawUnsafe('DROP TRIGGER refuse ON "SectionUpdate"');
    await legal.provider.sendToken();
    legal.provider.startSync();
    await legal.acknowledged();
    await until(() => risk.text() === 'First.\nNot saved yet.');
    expect(await stored()).toBe('First.\nNot saved yet.');
  });

  it('when a client sends what is no change', async () => {
    const legal = await join('legal');
    await legal.synced();
    const message = [...Buffer.from([section.room.length]), ...Buffer.from(section.room), 0, 2, 3, 255, 255, 255];
    legal.provider.configuration.websocketProvider.send(Uint8Array.from(message));
    await closedWith(legal, 'malformed');
    expect(await logged()).toBe(0);
  });

  it('when the server closes, which keeps and folds everything', async () => {
    const legal = await join('legal');
    await legal.synced();
    for (let line = 0; line < 20; line++) legal.write(`S${line}`);
    await until(async () => (await logged()) > 0);
    await server.collab.close();
    await closedWith(legal, 'shutting-down');
    const row = await database.db.section.findUniqueOrThrow({ where: { id: section.sectionId } });
    const lines = plainTextOf(JSON.parse(JSON.stringify(row.body))).split('\n').length;
    expect(await logged()).toBe(0);
    expect(lines).toBe((await stored()).split('\n').length);
    expect(lines).toBeGreaterThan(1);
  });
});

describe('the log', () => {
  it('is folded into state and body without losing what comes meanwhile', async () => {
    const legal = await join('legal');
    await legal.synced();
    const options = { db: database.db, clock: () => new Date(), ids: () => crypto.randomUUID() };
    const room = { firmId: firm.firmId, sectionId: section.sectionId };
    for (let line = 0; line < 60; line++) {
      legal.write(`S${line}`);
      if (line % 10 === 9) await compactRoom(options, room);
    }
    await legal.acknowledged();
    const [first, second] = await Promise.all([compactRoom(options, room), compactRoom(options, room)]);
    expect(Math.min(first.updates, second.updates)).toBe(0);
    expect(await logged()).toBe(0);
    expect(await stored()).toBe(legal.text());
    const row = await database.db.section.findUniqueOrThrow({ where: { id: section.sectionId } });
    expect(plainTextOf(JSON.parse(JSON.stringify(row.body)))).toBe(legal.text());
  });

  it('notes who wrote, how much and when', async () => {
    const legal = await join('legal');
    await legal.synced();
    legal.write('a');
    legal.write('b');
    await legal.acknowledged();
    await compactRoom(
      { db: database.db, clock: () => new Date(), ids: () => crypto.randomUUID() },
      { firmId: firm.firmId, sectionId: section.sectionId },
    );
    const events = await database.db.auditEvent.findMany({ where: { subjectId: section.sectionId } });
    expect(events.map(({ type, actorId, data }) => [type, actorId, (data as { changes: number }).changes])).toEqual([
      ['section.text-edited', firm.memberId('legal'), 2],
    ]);
  });

  it('names every block of the body once, whatever clients wrote', async () => {
    const legal = await join('legal');
    await legal.synced();
    legal.write('a');
    legal.write('b');
    await legal.acknowledged();
    const ids = (await bodyOf(firm.firmId, section.sectionId)).content?.map((block) => block.attrs?.id);
    expect(new Set(ids).size).toBe(3);
    expect(ids?.every((id) => typeof id === 'string')).toBe(true);
  });

  it('is not read across firms', async () => {
    const other = await makeFirm(database.db, 'Reader');
    await expect(bodyOf(other.firmId, section.sectionId)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a change from the server', () => {
  it('is kept and shown to those who have the room open', async () => {
    const legal = await join('legal');
    await legal.synced();
    await server.collab.applyToRoom({
      firmId: firm.firmId,
      sectionId: section.sectionId,
      memberId: firm.memberId('risk'),
      change: (document) => {
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText('From the server.')]);
        document.getXmlFragment('body').insert(0, [paragraph]);
      },
    });
    await until(() => legal.text() === 'From the server.\nFirst.');
    expect(await stored()).toBe('From the server.\nFirst.');
    legal.write('After it.');
    await legal.acknowledged();
    expect(await stored()).toBe('From the server.\nFirst.\nAfter it.');
  });

  it('that changes nothing writes nothing', async () => {
    await server.collab.applyToRoom({ firmId: firm.firmId, sectionId: section.sectionId, memberId: null, change: () => {} });
    expect(await logged()).toBe(0);
  });
});

describe('limits', () => {
  it('refuse a change that is too large, and keep the room readable', async () => {
    await server.stop();
    server = await startCollab(database.db, { limits: { roomBytes: 2_000 } });
    const legal = await join('legal');
    await legal.synced();
    legal.write('x'.repeat(3_000));
    await until(() => legal.refusals.includes('too-large'));
    expect(await logged()).toBe(0);
    const risk = await join('risk');
    await risk.synced();
    expect(risk.text()).toBe('First.');
  });

  it('refuse a member with too many sockets', async () => {
    await server.stop();
    server = await startCollab(database.db, { limits: { socketsPerMember: 2 } });
    const two = [await join('legal'), await join('legal')];
    await Promise.all(two.map((client) => client.synced()));
    const third = await join('legal');
    await until(() => third.refusals.includes('too-many'));
    const risk = await join('risk');
    await risk.synced();
  });
});

describe('a body that concurrent edits broke', () => {
  it('is read with all its text', async () => {
    const legal = await join('legal');
    await legal.synced();
    legal.document.getXmlFragment('body').insert(1, [new Y.XmlElement('bulletList')]);
    const loose = new Y.XmlElement('listItem');
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Loose item.')]);
    loose.insert(0, [paragraph]);
    legal.document.getXmlFragment('body').insert(2, [loose]);
    await legal.acknowledged();
    expect(await stored()).toBe('First.\nLoose item.');
  });
});
