import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import { ROOM_REFUSALS } from '@/lib/letter/schema/room-refusal';

/**
 * How safe the text of a section is. `saved` is said only when the server has acknowledged everything that was typed here, which it does
 * after its database has committed it.
 */
export type SavingState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly keptHere: boolean }
  | { readonly kind: 'blocked'; readonly refusal: RoomRefusal | 'read-only'; readonly unsaved: boolean };

const GRAVITY = { saved: 0, opening: 1, saving: 2, offline: 3, blocked: 4 } as const;

/** The gravest of several sections' states: what the one word of a letter says. */
export function gravestState(states: Iterable<SavingState>): SavingState {
  let gravest: SavingState = { kind: 'saved' };
  for (const state of states) if (GRAVITY[state.kind] > GRAVITY[gravest.kind]) gravest = state;
  return gravest;
}

/** The words for a state, as they stand in the one place that says it. */
export function savingWords(state: SavingState): string {
  switch (state.kind) {
    case 'opening':
      return 'Opening';
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving';
    case 'offline':
      return state.keptHere ? 'Offline, kept on this computer' : 'Offline: keep this page open';
    case 'blocked':
      return `Cannot save: ${blockedSentence(state.refusal)}`;
  }
}

export function blockedSentence(refusal: RoomRefusal | 'read-only'): string {
  if (refusal === 'read-only') return 'You may only read this section. What you typed is kept on this computer, nobody else sees it.';
  return ROOM_REFUSALS[refusal].sentence;
}

/** A member's own copy was made anew on the server: what is typed goes on being kept, and is carried over. */
export function isRenewed(state: SavingState): boolean {
  return (
    state.kind === 'blocked' &&
    state.refusal !== 'read-only' &&
    (ROOM_REFUSALS[state.refusal].next === 'renew' || state.refusal === 'generation')
  );
}
