import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hocuspocus } from '@hocuspocus/server';
import { AccessWatch } from './access-watch';
import { CatchUp } from './catch-up';
import { type CollabOptions, DEFAULT_LIMITS } from './collab-options';
import { authentication } from './extensions/authentication';
import { changes } from './extensions/changes';
import { compaction } from './extensions/compaction';
import { durability } from './extensions/durability';
import { handshake } from './extensions/handshake';
import { limits } from './extensions/limits';
import { loading } from './extensions/loading';
import { presence } from './extensions/presence';
import { FellowProcesses } from './fellow-processes';
import { hearAnnouncements } from './hear-announcements';
import { OpenRooms } from './open-rooms';
import { RedisSharing } from './redis-sharing';
import type { RoomContext } from './room-context';
import { Settling } from './settling';
import { SocketDoor } from './socket-door';
import { SpreadWriting } from './spread-writing';
import { UpdateLog } from './update-log';

export interface Collab {
  /** Takes the upgrade of a request for /collab; checks its Origin. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes what a member has open, at once; revoking and suspending are noticed without it, within a second. */
  closeMember(memberId: string): void;
  /** Looks up the rights of every open connection now. */
  revalidate(): Promise<void>;
  /** Takes what was received to the end, folds the logs, closes every socket. Safe to call twice. */
  close(): Promise<void>;
  /** For health and tests: how many rooms and sockets' rooms are open, and whether Redis carries them to other processes. */
  counts(): { readonly rooms: number; readonly connections: number; readonly redis: boolean };
}

const CLOSE_WITHIN_MS = 10_000;
const UNLOAD_WITHIN_MS = 3_000;

/** The collaborative side of the server: rooms over WebSockets, every change logged before it counts. One extension per concern. */
export function createCollab(options: CollabOptions): Collab {
  const limit = { ...DEFAULT_LIMITS, ...options.limits };
  const { logger } = options;
  const rooms = new OpenRooms();
  const watch = new AccessWatch(options);
  const settling = new Settling(options);
  const catchUp = new CatchUp(options, rooms);
  const fellows = new FellowProcesses(options, (first) => {
    if (first && !options.redisUrl) logger.warn({}, NO_REDIS);
    // whatever was lost on the way between two processes is found in the log
    void catchUp.readAll();
  });
  const redis = options.redisUrl ? new RedisSharing(options.redisUrl, logger, () => void catchUp.readAll()) : null;
  const spread = new SpreadWriting(options, fellows.processId);
  const log = new UpdateLog(options.db, logger, (written) => {
    if (!fellows.alone && !redis?.ready) spread.note(written);
  });
  const hocuspocus = new Hocuspocus<RoomContext>({
    name: 'marginalia',
    quiet: true,
    debounce: options.compactAfterMs ?? 5_000,
    maxDebounce: options.compactWithinMs ?? 60_000,
    maxPendingDocuments: limit.roomsPerSocket,
    extensions: [
      authentication(options),
      limits(limit, rooms),
      handshake(options),
      loading(options, rooms, settling),
      durability(options, log, watch),
      presence(),
      changes(rooms, settling),
      compaction(options, rooms),
      ...(redis ? [redis.extension] : []),
      {
        extensionName: 'access-watch',
        async connected({ connection, context }) {
          if (context.access) watch.add(connection, context.access);
        },
      },
    ],
  });
  const door = new SocketDoor(hocuspocus, limit);
  const hearing = hearAnnouncements(options, { rooms, watch, catchUp, settling, fellows });
  watch.start();
  let closed: Promise<void> | null = null;

  const closeAll = async () => {
    door.shut();
    watch.stop();
    // what clients sent so far is taken to its end: committed, applied, acknowledged
    await Promise.all(watch.connections().map((connection) => connection.waitForPendingMessages()));
    await log.drain();
    const open = [...hocuspocus.documents.values()];
    await door.close(1012, 'shutting-down');
    hocuspocus.flushPendingStores();
    await Promise.all(open.map((document) => document.saveMutex.waitForUnlock()));
    await log.drain();
    const patient = Date.now() + UNLOAD_WITHIN_MS;
    while (hocuspocus.documents.size > 0 && Date.now() < patient) await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([settling.drain(), spread.tell()]);
    (await hearing)();
    await Promise.all([fellows.leave(), redis?.close()]);
  };

  return {
    handleUpgrade: (request, socket, head) => door.handleUpgrade(request, socket, head),
    closeMember: (memberId) => watch.closeMember(memberId),
    revalidate: () => watch.look(),
    close() {
      closed ??= Promise.race([closeAll(), new Promise<void>((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS).unref())]);
      return closed;
    },
    counts: () => ({
      rooms: hocuspocus.documents.size,
      connections: [...hocuspocus.documents.values()].reduce((total, room) => total + room.connections.size, 0),
      redis: redis?.ready ?? false,
    }),
  };
}

const NO_REDIS =
  'another process serves the rooms of this database and REDIS_URL is not set: both see what the other saves, but carets are not shared';
