import type { Extension } from '@hocuspocus/server';
import type { RoomContext } from '../room-context';

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Carets carry the name that the member has here, whatever the client says; nobody moves somebody else's caret under another name. */
export function presence(): Extension<RoomContext> {
  return {
    extensionName: 'presence',
    async beforeHandleAwareness({ context, states }) {
      const actor = context?.access?.actor;
      if (!actor) return;
      for (const [client, state] of states) {
        // the decoder adds an empty state of its own, which would stand there as somebody without a name
        if (Object.keys(state).length === 0) {
          states.delete(client);
          continue;
        }
        const colour: unknown = state.user?.color;
        state.user = {
          name: actor.name,
          memberId: actor.memberId,
          color: typeof colour === 'string' && COLOUR.test(colour) ? colour : '#5b6472',
        };
      }
    },
  };
}
