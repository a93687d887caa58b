import { isId } from '@/lib/core/ids';

/** The name of the room in which everybody who has a letter open shows where in it they are. It holds no text. */
export function letterRoomName(letterId: string): string {
  return `letter:${letterId}:1`;
}

/** The letter that a room's name means; null for any other name. */
export function parseLetterRoomName(name: string): string | null {
  const match = /^letter:([^:]+):1$/.exec(name);
  return match?.[1] && isId(match[1]) ? match[1] : null;
}
