import type { Extension } from '@hocuspocus/server';
import { compactFork } from '@/lib/services/fork/compact-fork';
import { compactRoom } from '@/lib/services/room/compact-room';
import type { CollabOptions } from '../collab-options';
import type { OpenRooms } from '../open-rooms';
import type { RoomContext } from '../room-context';

/**
 * Folds logs into states a while after changes, and when a room empties. Nothing depends on it: a failure is logged, the log keeps everything
 * and the next time takes it along, so an error must never hold a document in memory or stop an unload.
 */
export function compaction({ db, clock, ids, logger }: CollabOptions, rooms: OpenRooms): Extension<RoomContext> {
  return {
    extensionName: 'compaction',
    async onStoreDocument({ documentName }) {
      const room = rooms.get(documentName);
      if (!room) return;
      const { key, firmId } = room;
      try {
        if (key.kind === 'fork') await compactFork({ db, clock }, { firmId, forkId: key.forkId });
        if (key.kind !== 'section') return;
        const { repaired } = await compactRoom({ db, clock, ids }, { firmId, sectionId: key.sectionId });
        if (repaired)
          logger.error({ sectionId: key.sectionId }, 'a room holds what its schema does not allow; its text was kept as plain paragraphs');
      } catch (error) {
        logger.error({ err: error, room: documentName }, 'a log could not be folded into its state; the log keeps it');
      }
    },
  };
}
