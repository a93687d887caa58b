import type { Connection } from '@hocuspocus/server';
import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import type { Actor } from '@/lib/policies/actor';

/** What one client may do in one room, as the server found it at the handshake; `refused` is set once that is over. */
export interface RoomAccess {
  readonly actor: Actor;
  readonly sectionId: string;
  readonly generation: number;
  readonly editable: boolean;
  refused: RoomRefusal | null;
}

/** The Hocuspocus context of a connection: the member from the upgrade's cookie, then the access to the room. */
export interface RoomContext {
  readonly actor?: Actor;
  readonly access?: RoomAccess;
}

export type RoomConnection = Connection<RoomContext>;
