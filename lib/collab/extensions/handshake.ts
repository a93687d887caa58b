import type { Extension } from '@hocuspocus/server';
import { readRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import type { CollabOptions } from '../collab-options';
import type { RoomContext } from '../room-context';
import { readRoomFacts, roomRight } from '../room-facts';
import { nameOfRoom, parseRoomKey } from '../room-key';
import { RoomRefused, refuseForNow } from '../room-refused';

/**
 * Which room, in which version, with which rights. A client with another schema would delete what it does not know, and one with another
 * generation would merge two texts: both are refused before anything is exchanged. Another firm's room is not found.
 */
export function handshake({ db }: CollabOptions): Extension<RoomContext> {
  return {
    extensionName: 'handshake',
    async onAuthenticate({ token, documentName, context: { actor }, connectionConfig }): Promise<RoomContext> {
      if (!actor) throw new RoomRefused('signed-out');
      if (readRoomToken(token)?.schemaVersion !== SCHEMA_VERSION) throw new RoomRefused('schema-version');
      const room = parseRoomKey(documentName);
      if (!room) throw new RoomRefused('not-found');
      const facts = (await readRoomFacts(db, [actor.firmId], [room]).catch(refuseForNow)).get(nameOfRoom(room));
      const right = roomRight(actor, room, facts);
      if ('refused' in right) throw new RoomRefused(right.refused);
      connectionConfig.readOnly = !right.editable;
      const sectionId = facts && facts.kind !== 'letter' ? facts.sectionId : null;
      return { access: { actor, room, sectionId, editable: right.editable, refused: null } };
    },
  };
}
