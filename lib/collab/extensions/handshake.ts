import type { Extension } from '@hocuspocus/server';
import { parseRoomName } from '@/lib/letter/schema/room-name';
import { readRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import { canEditSection, canReadSection } from '@/lib/policies/section';
import { sectionStateOf } from '@/lib/review/section-state';
import type { CollabOptions } from '../collab-options';
import type { RoomContext } from '../room-context';
import { RoomRefused, refuseForNow } from '../room-refused';

/**
 * Which room, in which version, with which rights. A client with another schema would delete what it does not know, and one with another
 * generation would merge two texts: both are refused before anything is exchanged. Another firm's section is not found.
 */
export function handshake({ db }: CollabOptions): Extension<RoomContext> {
  return {
    extensionName: 'handshake',
    async onAuthenticate({ token, documentName, context: { actor }, connectionConfig }): Promise<RoomContext> {
      if (!actor) throw new RoomRefused('signed-out');
      if (readRoomToken(token)?.schemaVersion !== SCHEMA_VERSION) throw new RoomRefused('schema-version');
      const address = parseRoomName(documentName);
      if (!address) throw new RoomRefused('not-found');
      const section = await db.section
        .findFirst({
          where: { id: address.sectionId, firmId: actor.firmId },
          select: { firmId: true, generation: true, schemaVersion: true, state: true },
        })
        .catch(refuseForNow);
      if (!section) throw new RoomRefused('not-found');
      if (!canReadSection(actor, section).allowed) throw new RoomRefused('forbidden');
      if (section.generation !== address.generation) throw new RoomRefused('generation');
      if (section.schemaVersion !== SCHEMA_VERSION) throw new RoomRefused('schema-version');
      const editable = canEditSection(actor, { firmId: section.firmId, state: sectionStateOf(section.state) }).allowed;
      connectionConfig.readOnly = !editable;
      return { access: { actor, ...address, editable, refused: null } };
    },
  };
}
