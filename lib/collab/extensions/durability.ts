import type { Extension } from '@hocuspocus/server';
import { messageYjsSyncStep1, messageYjsSyncStep2 } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { AccessWatch } from '../access-watch';
import type { CollabOptions } from '../collab-options';
import type { RoomContext } from '../room-context';
import { RoomRefused } from '../room-refused';
import type { UpdateLog } from '../update-log';

/**
 * Every change is committed to the log before Hocuspocus applies it, and so before it is acknowledged to its author or sent to anybody:
 * `beforeSync` is awaited between reading a message and applying it, message after message of a connection. A change that could not be
 * committed is not applied: the connection is closed with the reason, and the client sends it again when it comes back.
 */
export function durability({ clock }: CollabOptions, log: UpdateLog, watch: AccessWatch): Extension<RoomContext> {
  return {
    extensionName: 'durability',
    async beforeHandleMessage({ context: { access }, document, instance }) {
      if (!access) throw new RoomRefused('not-found');
      if (access.refused) throw new RoomRefused(access.refused);
      // a document that was unloaded while this client joined is nobody's any more: the client comes back to the new one
      if (instance.documents.get(document.name) !== document) throw new RoomRefused('load-failed');
    },
    async beforeSync({ type, payload, connection, context: { access }, document }) {
      if (type === messageYjsSyncStep1 || connection.readOnly) return;
      if (!access?.editable || access.room.kind === 'letter') throw new RoomRefused('forbidden');
      if (!isUpdate(payload)) throw new RoomRefused('malformed');
      // a client that comes back answers with all that the server may lack: mostly nothing
      if (type === messageYjsSyncStep2 && Y.snapshotContainsUpdate(Y.snapshot(document), payload)) return;
      const { actor, room } = access;
      await log.append({ room, firmId: actor.firmId, memberId: actor.memberId, update: payload, at: clock() });
      watch.noteUse(actor.sessionId);
    },
  };
}

function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}
