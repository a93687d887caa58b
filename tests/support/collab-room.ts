import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type * as Y from 'yjs';
import type { CollabOptions } from '@/lib/collab/collab-options';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Role } from '@/lib/policies/actor';
import { readSectionBodies } from '@/lib/services/section/read-section-body';
import { type Client, type CollabServer, joinRoom, startCollab } from './collab';
import { createTestDatabase, type TestDatabase } from './database';
import { makeFirm, type TestFirm } from './firm';
import { makeSection, type TestSection } from './letter-section';

interface JoinOptions {
  readonly token?: string;
  readonly room?: string;
  readonly document?: Y.Doc;
  readonly origin?: string;
  readonly server?: CollabServer;
}

/** A firm, a section and a server for the tests of a file: the section and the server are new for each test. */
export interface CollabRoom {
  readonly database: TestDatabase;
  readonly firm: TestFirm;
  readonly section: TestSection;
  readonly server: CollabServer;
  /** Another server in the place of the present one, which stays as it is until the end of the test. */
  replaceServer(options?: Partial<CollabOptions>): Promise<void>;
  /** One more server over the same database. */
  startAnother(options?: Partial<CollabOptions>): Promise<CollabServer>;
  /** Joins the section's room, or another one, as the firm's member of this role. */
  join(role: Role, options?: JoinOptions): Promise<Client>;
  /** Lets a client that was joined otherwise leave at the end. */
  leaveLater(client: Client): Client;
  body(): Promise<ProseNode>;
  /** the section's text as a reader of the database sees it */
  stored(): Promise<string>;
  /** how many changes wait in the section's log */
  logged(): Promise<number>;
}

export function collabRoom(options: Partial<CollabOptions> = {}): CollabRoom {
  const kept: { database?: TestDatabase; firm?: TestFirm; section?: TestSection; servers: CollabServer[]; clients: Client[] } = {
    servers: [],
    clients: [],
  };
  beforeAll(async () => {
    kept.database = await createTestDatabase();
    kept.firm = await makeFirm(kept.database.db);
  });
  beforeEach(async () => {
    kept.section = await makeSection(room.database.db, room.firm.firmId, room.firm.memberId('legal'));
    kept.servers = [await startCollab(room.database.db, options)];
    kept.clients = [];
  });
  afterEach(async () => {
    for (const client of kept.clients) client.leave();
    for (const server of kept.servers) await server.stop();
  });
  afterAll(() => room.database.drop());

  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('asked for before it was made');
    return thing;
  };
  const room: CollabRoom = {
    get database() {
      return there(kept.database);
    },
    get firm() {
      return there(kept.firm);
    },
    get section() {
      return there(kept.section);
    },
    get server() {
      return there(kept.servers[0]);
    },
    async replaceServer(other = {}) {
      kept.servers.unshift(await startCollab(room.database.db, { ...options, ...other }));
    },
    async startAnother(other = {}) {
      const server = await startCollab(room.database.db, { ...options, ...other });
      kept.servers.push(server);
      return server;
    },
    async join(role, { server = room.server, ...rest } = {}) {
      return room.leaveLater(joinRoom(server.host, { room: room.section.room, cookie: await room.firm.cookieAs(role), ...rest }));
    },
    leaveLater(client) {
      kept.clients.push(client);
      return client;
    },
    async body() {
      const { sectionId } = room.section;
      return there((await readSectionBodies(room.database.db, room.firm.firmId, [sectionId])).get(sectionId));
    },
    async stored() {
      return plainTextOf(await room.body());
    },
    logged: () => room.database.db.sectionUpdate.count({ where: { sectionId: room.section.sectionId } }),
  };
  return room;
}
