import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { SectionProvider } from '@/components/editor/section-provider';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { type CollabServer, startCollab, until } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';

let database: TestDatabase;
let firm: TestFirm;
let section: TestSection;
let server: CollabServer;
let provider: SectionProvider;
let socket: HocuspocusProviderWebsocket;
const sockets = new Set<WebSocket>();

beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  await database.db.$executeRawUnsafe(
    `CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$ LANGUAGE plpgsql`,
  );
});
beforeEach(async () => {
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'));
  server = await startCollab(database.db);
  const cookie = await firm.cookieAs('legal');
  class CookieSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin: `http://${server.host}` } });
      sockets.add(this);
      this.on('error', () => {});
    }
  }
  socket = new HocuspocusProviderWebsocket({
    url: `ws://${server.host}/collab`,
    WebSocketPolyfill: CookieSocket,
    delay: 20,
    minDelay: 20,
    maxDelay: 50,
  });
  provider = new SectionProvider({
    name: section.room,
    document: new Y.Doc(),
    websocketProvider: socket,
    token: () => writeRoomToken({ schemaVersion: SCHEMA_VERSION }),
    onClose: ({ event }) => {
      if (event.reason === 'not-saved') setTimeout(() => void provider.askAgain(), 20);
    },
  });
  provider.attach();
});
afterEach(async () => {
  await database.db.$executeRawUnsafe('DROP TRIGGER IF EXISTS refuse ON "SectionUpdate"');
  provider.destroy();
  socket.destroy();
  await server.stop();
});
afterAll(() => database.drop());

const write = (line: string) => {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(line)]);
  const fragment = provider.document.getXmlFragment(ROOM_FRAGMENT);
  fragment.insert(fragment.length, [paragraph]);
};
const storedLines = async () => {
  const bodies = await readSectionBodies(database.db, firm.firmId, [section.sectionId]);
  return plainTextOf(bodies.get(section.sectionId)!).split('\n');
};
const refuseChanges = () =>
  database.db.$executeRawUnsafe('CREATE TRIGGER refuse BEFORE INSERT ON "SectionUpdate" FOR EACH ROW EXECUTE FUNCTION refuse()');

describe('what the client says is saved', () => {
  it('is not said while the server has not stored it, and is said once it has', async () => {
    await until(() => provider.hasEverything);
    await refuseChanges();
    write('While the disk is full.');
    expect(provider.hasEverything).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(provider.hasEverything).toBe(false);
    expect(provider.changedHere).toBe(true);
    await database.db.$executeRawUnsafe('DROP TRIGGER refuse ON "SectionUpdate"');
    await until(() => provider.hasEverything);
    expect(provider.changedHere).toBe(false);
    expect(await storedLines()).toEqual(['First.', 'While the disk is full.']);
  });

  it('is in the database at that moment, whatever happened to the connection before', async () => {
    await until(() => provider.hasEverything);
    let written = 0;
    for (let round = 0; round < 12; round++) {
      for (let line = 0; line < 4; line++) write(`Line ${written++}`);
      if (round % 3 === 0) for (const open of sockets) open.terminate();
      if (round % 4 === 1) await new Promise((resolve) => setTimeout(resolve, 15));
      for (let line = 0; line < 3; line++) write(`Line ${written++}`);
      await until(
        () => provider.hasEverything,
        () =>
          `round ${round}: ${JSON.stringify([provider.isAuthenticated, socket.status, provider, server.errors], (key, value) => (['configuration', 'callbacks'].includes(key) ? undefined : value))}`,
      );
      const said = written;
      // from here on nothing more gets into the database: what is there now is what was there when it was said
      await refuseChanges();
      const stored = new Set(await storedLines());
      await database.db.$executeRawUnsafe('DROP TRIGGER refuse ON "SectionUpdate"');
      const missing = Array.from({ length: said }, (_, line) => `Line ${line}`).filter((line) => !stored.has(line));
      expect(missing).toEqual([]);
    }
    const all = await storedLines();
    expect(all).toHaveLength(written + 1);
  });

  it('is said again after a connection that was cut while nothing was written', async () => {
    await until(() => provider.hasEverything);
    for (const open of sockets) open.terminate();
    await until(() => !provider.hasEverything);
    await until(() => provider.hasEverything);
    expect(await database.db.sectionUpdate.count({ where: { sectionId: section.sectionId } })).toBe(0);
  });
});
