import type { Document, Extension, Hocuspocus } from '@hocuspocus/server';
import { AppError } from '@/lib/core/errors';
import { keepMarksAsWritten } from '@/lib/letter/schema/keep-marks-as-written';
import { fillForkDocument, readFork } from '@/lib/services/fork/read-fork';
import { readRoom } from '@/lib/services/room/read-room';
import { fillRoomDocument } from '@/lib/services/room/room-document';
import type { CollabOptions } from '../collab-options';
import { followSection } from '../follow-section';
import type { OpenRoom, OpenRooms } from '../open-rooms';
import type { RoomContext } from '../room-context';
import { parseRoomKey, type RoomKey } from '../room-key';
import { RoomRefused } from '../room-refused';
import type { Settling } from '../settling';

interface Loading {
  readonly instance: Hocuspocus<RoomContext>;
  readonly document: Document;
  readonly context: RoomContext;
}

/**
 * Loads a room from its state and its log; a fork with its section's text, which it follows from then on. Whatever fails refuses the room; an
 * empty document is never given in its place, because clients would take it for the text.
 */
export function loading({ db, logger }: CollabOptions, rooms: OpenRooms, settling: Settling): Extension<RoomContext> {
  const load = async (key: RoomKey, firmId: string, { instance, document, context }: Loading): Promise<OpenRoom> => {
    const room = { key, firmId, document, seen: 0n };
    if (key.kind === 'letter') return { ...room, sectionId: null, bytes: 0, release: () => {} };
    if (key.kind === 'section') {
      const stored = await readRoom(db, firmId, key.sectionId);
      if (stored.generation !== key.generation) throw new RoomRefused('generation');
      // what follows from these may not have been worked out by a process that was killed
      if (stored.updates.length > 0) settling.touch({ kind: 'section', firmId, sectionId: key.sectionId });
      fillRoomDocument(document, stored);
      return { ...room, sectionId: key.sectionId, bytes: bytesOf(stored), release: () => {} };
    }
    const fork = await readFork(db, firmId, key.forkId);
    if (fork.generation !== key.generation || !fork.follows) throw new RoomRefused('fork-generation');
    if (fork.updates.length > 0) settling.touch({ kind: 'fork', firmId, sectionId: fork.sectionId, forkId: key.forkId });
    fillForkDocument(document, fork);
    const release = await followSection(instance, document, fork.room, context);
    return { ...room, sectionId: fork.sectionId, bytes: bytesOf(fork) + bytesOf(fork.room), release };
  };
  return {
    extensionName: 'loading',
    async onLoadDocument({ instance, document, documentName, context }) {
      const key = parseRoomKey(documentName);
      if (!key || !context.actor) throw new RoomRefused('not-found');
      keepMarksAsWritten(document);
      try {
        rooms.add(documentName, await load(key, context.actor.firmId, { instance, document, context }));
      } catch (error) {
        if (error instanceof RoomRefused) throw error;
        if (error instanceof AppError && error.code === 'NOT_FOUND') throw new RoomRefused('not-found', { cause: error });
        logger.error({ err: error, room: documentName }, 'a room could not be loaded');
        throw new RoomRefused('load-failed', { cause: error });
      }
    },
    async afterUnloadDocument({ documentName }) {
      rooms.remove(documentName);
    },
  };
}

function bytesOf({ state, updates }: { readonly state: Uint8Array; readonly updates: readonly { readonly update: Uint8Array }[] }): number {
  return state.length + updates.reduce((total, { update }) => total + update.length, 0);
}
