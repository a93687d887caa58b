import type { Hocuspocus } from '@hocuspocus/server';
import * as Y from 'yjs';
import { AppError } from '@/lib/core/errors';
import { roomName } from '@/lib/letter/schema/room-name';
import { readRoom } from '@/lib/services/room/read-room';
import { roomDocument } from '@/lib/services/room/room-document';
import type { CollabOptions } from './collab-options';
import type { RoomContext } from './room-context';
import type { UpdateLog } from './update-log';

export interface RoomChange {
  readonly firmId: string;
  readonly sectionId: string;
  /** In whose name; null for the server itself. */
  readonly memberId: string | null;
  /** Changes the document; called once, on a copy. */
  readonly change: (document: Y.Doc) => void;
}

/**
 * Changes a section's text from the server: the change is made on a copy of the room as the database has it, appended to the log like
 * anybody's, and then shown to everybody who has the room open here. Whether the member may is for the calling service to ask.
 */
export async function applyToRoom(
  { db, clock }: CollabOptions,
  log: UpdateLog,
  hocuspocus: Hocuspocus<RoomContext>,
  { firmId, sectionId, memberId, change }: RoomChange,
): Promise<void> {
  const room = await readRoom(db, firmId, sectionId);
  const copy = roomDocument(room);
  const before = Y.encodeStateVector(copy);
  const deletedBefore = Y.snapshot(copy);
  copy.transact(() => change(copy));
  const update = Y.encodeStateAsUpdate(copy, before);
  const changed = !Y.equalSnapshots(deletedBefore, Y.snapshot(copy));
  copy.destroy();
  if (!changed) return;
  await log.append({ sectionId, firmId, generation: room.generation, update, memberId, at: clock() }).catch((error: unknown) => {
    throw new AppError('UNAVAILABLE', 'The change could not be saved. Nothing was changed: try again.', { sectionId }, { cause: error });
  });
  const open = hocuspocus.documents.get(roomName({ sectionId, generation: room.generation }));
  if (open) Y.applyUpdate(open, update, { source: 'local', context: {} });
}
