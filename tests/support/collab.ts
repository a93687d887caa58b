import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { inject } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { CollabOptions } from '@/lib/collab/collab-options';
import { type Collab, createCollab } from '@/lib/collab/create-collab';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { ROOM_FRAGMENT } from '@/lib/letter/schema/room-fragment';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import { Announcements } from '@/lib/services/live/announcements';

export interface CollabServer {
  readonly collab: Collab;
  readonly host: string;
  readonly errors: { readonly details: object; readonly message: string }[];
  /** Drops every socket and forgets every room without flushing anything, as a killed process does. */
  kill(): void;
  stop(): Promise<void>;
}

/** A server that has nothing but rooms, on a free port. */
export async function startCollab(db: PrismaClient, options: Partial<CollabOptions> = {}): Promise<CollabServer> {
  const errors: { details: object; message: string }[] = [];
  const note = (details: object, message: string) => errors.push({ details, message });
  const logger = { info: () => {}, warn: note, error: note };
  const announcements = new Announcements(await urlOf(db));
  const collab = createCollab({
    db,
    logger,
    clock: () => new Date(),
    ids: randomUUID,
    announcements,
    watchEveryMs: 100,
    compactAfterMs: 3_600_000,
    compactWithinMs: 3_600_000,
    ...options,
  });
  const server = createServer();
  const sockets = new Set<{ destroy(): void }>();
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket);
    collab.handleUpgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    collab,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    errors,
    kill: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      void announcements.close();
    },
    stop: async () => {
      await collab.close();
      await announcements.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** The address of the test database that this client is of. */
async function urlOf(db: PrismaClient): Promise<string> {
  const [row] = await db.$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  return inject('databaseUrl').replace(/[^/]+$/, row?.name ?? '');
}

export interface Client {
  readonly provider: HocuspocusProvider;
  readonly document: Y.Doc;
  /** why the server refused the room or closed it */
  readonly refusals: string[];
  /** Adds a paragraph at the end. */
  write(line: string): void;
  text(): string;
  synced(): Promise<void>;
  /** All that was written was acknowledged. */
  acknowledged(): Promise<void>;
  leave(): void;
}

interface ClientOptions {
  readonly room: string;
  readonly cookie: string;
  readonly token?: string;
  readonly origin?: string;
  readonly document?: Y.Doc;
}

/** A client in Node with a member's cookie, as a browser would be. */
export function joinRoom(host: string, { room, cookie, token, origin, document = new Y.Doc() }: ClientOptions): Client {
  const refusals: string[] = [];
  class CookieSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie, origin: origin ?? `http://${host}` } });
      this.on('error', (error) => refusals.push(error.message));
    }
  }
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `ws://${host}/collab`,
    WebSocketPolyfill: CookieSocket,
    delay: 50,
    minDelay: 50,
    maxDelay: 100,
  });
  const provider = new HocuspocusProvider({
    name: room,
    document,
    websocketProvider,
    token: () => token ?? writeRoomToken({ schemaVersion: SCHEMA_VERSION }),
    onAuthenticationFailed: ({ reason }) => refusals.push(reason),
    onClose: ({ event }) => refusals.push(event.reason),
  });
  provider.attach();
  return {
    provider,
    document,
    refusals,
    write: (line) => {
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.insert(0, [new Y.XmlText(line)]);
      const fragment = document.getXmlFragment(ROOM_FRAGMENT);
      fragment.insert(fragment.length, [paragraph]);
    },
    text: () => plainTextOf(bodyOfRoom(document).body),
    synced: () =>
      until(
        () => provider.isSynced,
        () => `the room was not synchronised: ${refusals.join(', ')}`,
      ),
    acknowledged: () =>
      until(
        () => provider.isSynced && provider.unsyncedChanges === 0,
        () => `not acknowledged: ${refusals.join(', ')}`,
      ),
    leave: () => {
      provider.destroy();
      websocketProvider.destroy();
    },
  };
}

/** Waits until something holds; fails after ten seconds with what was seen. */
export async function until(holds: () => boolean | Promise<boolean>, seen: () => string = () => 'it never came to hold'): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(seen());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
