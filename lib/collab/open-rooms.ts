import type { Document } from '@hocuspocus/server';
import type { RoomKey } from './room-key';

/** A room that this process holds in memory. */
export interface OpenRoom {
  readonly key: RoomKey;
  readonly firmId: string;
  /** the section whose text it is, or whose copy; null for a letter's room */
  readonly sectionId: string | null;
  readonly document: Document;
  /** its state and what was added to it since, bytes */
  bytes: number;
  /** up to where in its log everything is in the document, whoever wrote it; 0 until it was first looked through */
  seen: bigint;
  /** ends what was begun for it */
  readonly release: () => void;
}

/** The rooms that this process holds, by their names. */
export class OpenRooms {
  private readonly rooms = new Map<string, OpenRoom>();

  add(name: string, room: OpenRoom): void {
    this.rooms.set(name, room);
  }

  get(name: string): OpenRoom | undefined {
    return this.rooms.get(name);
  }

  /** Forgets a room; nothing where another document took its name meanwhile. */
  remove(name: string, document?: Document): void {
    const room = this.rooms.get(name);
    if (!room || (document && room.document !== document)) return;
    this.rooms.delete(name);
    room.release();
  }

  all(): readonly OpenRoom[] {
    return [...this.rooms.values()];
  }

  /** A section's room in any generation, and the copies of it. */
  ofSection(sectionId: string): readonly OpenRoom[] {
    return this.all().filter((room) => room.sectionId === sectionId);
  }
}
