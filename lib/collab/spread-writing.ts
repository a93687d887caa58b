import { announce } from '@/lib/services/live/announce';
import type { CollabOptions } from './collab-options';

/** While a room is written in, others are told of it at most this often. */
const AT_MOST_EVERY_MS = 30;
/** A message of PostgreSQL holds 8,000 bytes, a room's name 55. */
const ROOMS_AT_ONCE = 100;

/** Tells the other processes through the database in which rooms something was committed: for the time in which no Redis carries it. */
export class SpreadWriting {
  private readonly waiting = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly options: Pick<CollabOptions, 'db' | 'logger'>,
    private readonly processId: string,
  ) {}

  note(rooms: ReadonlySet<string>): void {
    for (const room of rooms) this.waiting.add(room);
    this.timer ??= setTimeout(() => void this.tell(), AT_MOST_EVERY_MS);
  }

  /** Tells what waits at once. */
  async tell(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const rooms = [...this.waiting];
    this.waiting.clear();
    for (let start = 0; start < rooms.length; start += ROOMS_AT_ONCE) {
      const part = rooms.slice(start, start + ROOMS_AT_ONCE);
      await announce(this.options.db, { topic: 'written', firmId: null, processId: this.processId, rooms: part }).catch((error: unknown) =>
        this.options.logger.warn({ err: error }, 'other processes could not be told of what was written; they read it a few seconds later'),
      );
    }
  }
}
