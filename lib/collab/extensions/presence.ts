import type { Document, Extension } from '@hocuspocus/server';
import { isId } from '@/lib/core/ids';
import type { RoomAccess, RoomConnection, RoomContext } from '../room-context';

const COLOUR = /^#[0-9a-f]{6}$/i;

/**
 * Who is there says the server: the name that the member has here, their id and the section they are in, whatever the client claims; nobody
 * moves somebody else's caret. In a letter's room the client says which section it shows.
 */
export function presence(): Extension<RoomContext> {
  return {
    extensionName: 'presence',
    async beforeHandleAwareness({ context, states, document, connection }) {
      const access = context?.access;
      for (const [client, state] of states) {
        // the decoder adds an empty state of its own, which would stand there as somebody without a name
        if (Object.keys(state).length === 0 || (access && connection && belongsToAnother(document, connection, access, client))) {
          states.delete(client);
        } else if (access) {
          const colour: unknown = state.user?.color;
          const { name, memberId } = access.actor;
          state.user = { name, memberId, color: typeof colour === 'string' && COLOUR.test(colour) ? colour : '#5b6472' };
          state.where = access.room.kind === 'letter' ? placeIn(state.where) : access.sectionId;
        }
      }
    },
  };
}

/** What came through another process was checked there, and belongs to no connection of this one. */
function belongsToAnother(document: Document, connection: RoomConnection, access: RoomAccess, client: number): boolean {
  for (const [other, { clients }] of document.connections) {
    if (other === connection || !clients.has(client)) continue;
    // the same member's connection from before a reconnect may not have been missed yet
    return (other.context as RoomContext).access?.actor.memberId !== access.actor.memberId;
  }
  return false;
}

function placeIn(where: unknown): string | null {
  return typeof where === 'string' && isId(where) ? where : null;
}
