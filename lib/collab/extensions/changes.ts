import { type Extension, isTransactionOrigin } from '@hocuspocus/server';
import { FOLLOWED } from '../follow-section';
import type { OpenRoom, OpenRooms } from '../open-rooms';
import type { RoomContext } from '../room-context';
import type { Settling } from '../settling';

/** Passes changes on to what follows from them. What came from another process settles there, what a fork follows settles with its section. */
export function changes(rooms: OpenRooms, settling: Settling): Extension<RoomContext> {
  return {
    extensionName: 'changes',
    async onChange({ documentName, transactionOrigin }) {
      if (transactionOrigin === FOLLOWED || (isTransactionOrigin(transactionOrigin) && transactionOrigin.source === 'redis')) return;
      const room = rooms.get(documentName);
      if (room) touch(settling, room);
    },
  };
}

function touch(settling: Settling, { key, firmId, sectionId }: OpenRoom): void {
  if (sectionId === null) return;
  if (key.kind === 'fork') settling.touch({ kind: 'fork', firmId, sectionId, forkId: key.forkId });
  else settling.touch({ kind: 'section', firmId, sectionId });
}
