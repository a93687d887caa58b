import type { Connection } from '@hocuspocus/server';
import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import type { Actor } from '@/lib/policies/actor';
import type { RoomKey } from './room-key';

/** What one client may do in one room, as the server found it at the handshake; `refused` is set once that is over. */
export interface RoomAccess {
  readonly actor: Actor;
  readonly room: RoomKey;
  /** the section whose text it is, or whose copy; null for a letter's room */
  readonly sectionId: string | null;
  readonly editable: boolean;
  refused: RoomRefusal | null;
}

/** The Hocuspocus context of a connection: the member from the upgrade's cookie, then the access to the room. */
export interface RoomContext {
  readonly actor?: Actor;
  readonly access?: RoomAccess;
}

export type RoomConnection = Connection<RoomContext>;
