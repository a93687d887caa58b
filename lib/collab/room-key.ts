import { forkName, parseForkName } from '@/lib/letter/schema/fork-name';
import { letterRoomName, parseLetterRoomName } from '@/lib/letter/schema/letter-room-name';
import { parseRoomName, roomName } from '@/lib/letter/schema/room-name';

/** Which room: a section's text, a member's copy of one, or who is where in a letter. */
export type RoomKey =
  | { readonly kind: 'section'; readonly sectionId: string; readonly generation: number }
  | { readonly kind: 'fork'; readonly forkId: string; readonly generation: number }
  | { readonly kind: 'letter'; readonly letterId: string };

/** The room that a name means; null for any other name. */
export function parseRoomKey(name: string): RoomKey | null {
  const section = parseRoomName(name);
  if (section) return { kind: 'section', ...section };
  const fork = parseForkName(name);
  if (fork) return { kind: 'fork', ...fork };
  const letterId = parseLetterRoomName(name);
  return letterId ? { kind: 'letter', letterId } : null;
}

export function nameOfRoom(key: RoomKey): string {
  switch (key.kind) {
    case 'section':
      return roomName(key);
    case 'fork':
      return forkName(key);
    case 'letter':
      return letterRoomName(key.letterId);
  }
}
