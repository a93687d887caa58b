import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hocuspocus } from '@hocuspocus/server';
import { AccessWatch } from './access-watch';
import { applyToRoom, type RoomChange } from './apply-to-room';
import { type CollabOptions, DEFAULT_LIMITS } from './collab-options';
import { authentication } from './extensions/authentication';
import { compaction } from './extensions/compaction';
import { durability } from './extensions/durability';
import { handshake } from './extensions/handshake';
import { limits } from './extensions/limits';
import { loading } from './extensions/loading';
import { presence } from './extensions/presence';
import type { RoomContext } from './room-context';
import { SocketDoor } from './socket-door';
import { UpdateLog } from './update-log';

export interface Collab {
  /** Takes the upgrade of a request for /collab; checks its Origin. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes what a member has open, at once; revoking and suspending are noticed without it, within a second. */
  closeMember(memberId: string): void;
  /** Looks up the rights of every open connection now. */
  revalidate(): Promise<void>;
  /** Changes a section's text from the server; see apply-to-room.ts. */
  applyToRoom(change: RoomChange): Promise<void>;
  /** Takes what was received to the end, folds the logs, closes every socket. Safe to call twice. */
  close(): Promise<void>;
  /** For health and tests: how many rooms and sockets' rooms are open. */
  counts(): { readonly rooms: number; readonly connections: number };
}

const CLOSE_WITHIN_MS = 10_000;

/** The collaborative side of the server: rooms over WebSockets, every change logged before it counts. One extension per concern. */
export function createCollab(options: CollabOptions): Collab {
  const limit = { ...DEFAULT_LIMITS, ...options.limits };
  const sizes = new Map<string, number>();
  const log = new UpdateLog(options.db, options.logger);
  const watch = new AccessWatch(options);
  const hocuspocus = new Hocuspocus<RoomContext>({
    name: 'marginalia',
    quiet: true,
    debounce: options.compactAfterMs ?? 5_000,
    maxDebounce: options.compactWithinMs ?? 60_000,
    maxPendingDocuments: limit.roomsPerSocket,
    extensions: [
      authentication(options),
      limits(limit, sizes),
      handshake(options),
      loading(options, sizes),
      durability(options, log, sizes, watch),
      presence(),
      compaction(options),
      {
        extensionName: 'access-watch',
        async connected({ connection, context }) {
          if (context.access) watch.add(connection, context.access);
        },
      },
    ],
  });
  const door = new SocketDoor(hocuspocus, limit);
  watch.start();
  let closed: Promise<void> | null = null;

  const closeAll = async () => {
    door.shut();
    watch.stop();
    // what clients sent so far is taken to its end: committed, applied, acknowledged
    await Promise.all(watch.connections().map((connection) => connection.waitForPendingMessages()));
    await log.drain();
    const rooms = [...hocuspocus.documents.values()];
    await door.close(1012, 'shutting-down');
    hocuspocus.flushPendingStores();
    await Promise.all(rooms.map((room) => room.saveMutex.waitForUnlock()));
    await log.drain();
  };

  return {
    handleUpgrade: (request, socket, head) => door.handleUpgrade(request, socket, head),
    closeMember: (memberId) => watch.closeMember(memberId),
    revalidate: () => watch.look(),
    applyToRoom: (change) => applyToRoom(options, log, hocuspocus, change),
    close() {
      closed ??= Promise.race([closeAll(), new Promise<void>((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS).unref())]);
      return closed;
    },
    counts: () => ({
      rooms: hocuspocus.documents.size,
      connections: [...hocuspocus.documents.values()].reduce((total, room) => total + room.connections.size, 0),
    }),
  };
}
