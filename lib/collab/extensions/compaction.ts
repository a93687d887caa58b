import type { Extension } from '@hocuspocus/server';
import { parseRoomName } from '@/lib/letter/schema/room-name';
import { compactRoom } from '@/lib/services/room/compact-room';
import type { CollabOptions } from '../collab-options';
import type { RoomContext } from '../room-context';

/**
 * Folds logs into states a while after changes, and when a room empties. Nothing depends on it: a failure is logged, the log keeps everything
 * and the next time takes it along, so an error must never hold a document in memory or stop an unload.
 */
export function compaction({ db, clock, ids, logger }: CollabOptions): Extension<RoomContext> {
  return {
    extensionName: 'compaction',
    async onStoreDocument({ documentName, lastContext, document }) {
      const address = parseRoomName(documentName);
      const firmId = lastContext.actor?.firmId ?? firmOf(document.getConnections());
      if (!address || !firmId) return;
      try {
        const { repaired } = await compactRoom({ db, clock, ids }, { firmId, sectionId: address.sectionId });
        if (repaired)
          logger.error(
            { sectionId: address.sectionId },
            'a room holds what its schema does not allow; its text was kept as plain paragraphs',
          );
      } catch (error) {
        logger.error({ err: error, sectionId: address.sectionId }, 'a log could not be folded into its state; the log keeps it');
      }
    },
  };
}

function firmOf(connections: readonly { readonly context: RoomContext }[]): string | undefined {
  return connections[0]?.context.actor?.firmId;
}
