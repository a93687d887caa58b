import { isId } from '@/lib/core/ids';

export interface RoomAddress {
  readonly sectionId: string;
  /** Raised when a room is made anew; its older states must never meet the new one. */
  readonly generation: number;
}

export function roomName({ sectionId, generation }: RoomAddress): string {
  return `section:${sectionId}:${generation}`;
}

/** The section and generation that a room's name means; null for any other name. */
export function parseRoomName(name: string): RoomAddress | null {
  const match = /^section:([^:]+):([1-9]\d{0,8})$/.exec(name);
  if (!match?.[1] || !match[2] || !isId(match[1])) return null;
  return { sectionId: match[1], generation: Number.parseInt(match[2], 10) };
}
