import type { Extension } from '@hocuspocus/server';
import { parseRoomName } from '@/lib/letter/schema/room-name';
import { readRoom } from '@/lib/services/room/read-room';
import { fillRoomDocument } from '@/lib/services/room/room-document';
import type { CollabOptions } from '../collab-options';
import type { RoomContext } from '../room-context';
import { RoomRefused } from '../room-refused';
import type { RoomSizes } from './limits';

/**
 * Loads a room from its state and its log. Whatever fails refuses the room; an empty document is never given in its place, because clients
 * would take it for the text.
 */
export function loading({ db, logger }: CollabOptions, sizes: RoomSizes): Extension<RoomContext> {
  return {
    extensionName: 'loading',
    async onLoadDocument({ document, documentName, context: { actor } }) {
      const address = parseRoomName(documentName);
      if (!address || !actor) throw new RoomRefused('not-found');
      try {
        const room = await readRoom(db, actor.firmId, address.sectionId);
        if (room.generation !== address.generation) throw new RoomRefused('generation');
        fillRoomDocument(document, room);
        sizes.set(documentName, room.state.length + room.updates.reduce((total, { update }) => total + update.length, 0));
      } catch (error) {
        if (error instanceof RoomRefused) throw error;
        logger.error({ err: error, sectionId: address.sectionId }, 'a room could not be loaded');
        throw new RoomRefused('load-failed', { cause: error });
      }
    },
  };
}
