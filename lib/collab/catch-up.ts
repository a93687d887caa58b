import type { LocalTransactionOrigin } from '@hocuspocus/server';
import * as Y from 'yjs';
import { readForkSince } from '@/lib/services/fork/read-fork-since';
import { readLogEnds, readRoomSince } from '@/lib/services/room/read-room-since';
import type { CollabOptions } from './collab-options';
import type { OpenRoom, OpenRooms } from './open-rooms';

/** The origin of what a log held and an open document did not: others wrote it there, a service or another process. */
export const READ_FROM_LOG: LocalTransactionOrigin = { source: 'local', context: {} };

const AGAIN_AFTER_MS = 1_000;

/**
 * Brings what the logs hold into the documents that are open here, and so to everybody who has them open. Reading twice does no harm; a room
 * that is asked for while it is being read is read once more.
 */
export class CatchUp {
  private readonly reading = new Map<OpenRoom, { again: boolean; done: Promise<void> }>();

  constructor(
    private readonly options: Pick<CollabOptions, 'db' | 'logger'>,
    private readonly rooms: OpenRooms,
  ) {}

  /** Resolves when everything that was committed before the call is in the document. */
  async read(rooms: readonly OpenRoom[]): Promise<void> {
    await Promise.all(rooms.map((room) => this.readOne(room)));
  }

  /** Every open room whose log goes on behind what is known of it here. */
  async readAll(): Promise<void> {
    try {
      const open = this.rooms.all();
      const sections = open.flatMap(({ key }) => (key.kind === 'section' ? [key.sectionId] : []));
      const ends = await readLogEnds(this.options.db, [...new Set(open.map(({ firmId }) => firmId))], sections);
      await this.read(
        open.filter(({ key, seen }) => key.kind === 'fork' || (key.kind === 'section' && (ends.get(key.sectionId) ?? 0n) > seen)),
      );
    } catch (error) {
      this.options.logger.warn({ err: error }, 'open texts could not be compared with the database; that is tried again');
      setTimeout(() => void this.readAll(), AGAIN_AFTER_MS).unref();
    }
  }

  private readOne(room: OpenRoom): Promise<void> {
    const running = this.reading.get(room);
    if (running) {
      running.again = true;
      return running.done;
    }
    const state = { again: false, done: Promise.resolve() };
    state.done = this.readUntilDone(room, state).finally(() => this.reading.delete(room));
    this.reading.set(room, state);
    return state.done;
  }

  private async readUntilDone(room: OpenRoom, state: { again: boolean }): Promise<void> {
    do {
      state.again = false;
      try {
        await this.readNow(room);
      } catch (error) {
        this.options.logger.error(
          { err: error, sectionId: room.sectionId },
          'what a log holds could not be shown to those who have it open; that is tried again',
        );
        if (!room.document.isDestroyed) setTimeout(() => void this.read([room]), AGAIN_AFTER_MS).unref();
      }
    } while (state.again);
  }

  private async readNow(room: OpenRoom): Promise<void> {
    const { key, firmId, document } = room;
    if (key.kind === 'letter' || document.isDestroyed) return;
    const { db } = this.options;
    const tail =
      key.kind === 'section' ? readRoomSince(db, { firmId, ...key }, room.seen) : readForkSince(db, { firmId, ...key }, room.seen);
    const { updates, through } = await tail;
    if (document.isDestroyed) return;
    Y.transact(
      document,
      () => {
        for (const update of updates) Y.applyUpdate(document, update, READ_FROM_LOG);
      },
      READ_FROM_LOG,
    );
    room.seen = through;
  }
}
