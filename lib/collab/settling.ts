import type { CollabOptions, SettledRoom } from './collab-options';

const SETTLES_AFTER_MS = 400;
const SETTLES_WITHIN_MS = 3_000;

interface Pending {
  readonly room: SettledRoom;
  readonly since: number;
  last: number;
  timer: NodeJS.Timeout;
}

/**
 * Calls `onTextSettled` a moment after a text changed, and every few seconds while somebody goes on writing: never twice at once for the same
 * room. What fails is tried once more and then left until the next change.
 */
export class Settling {
  private readonly pending = new Map<string, Pending>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly options: Pick<CollabOptions, 'onTextSettled' | 'logger'>) {}

  /** Notes a change; cheap, because every keystroke comes by. */
  touch(room: SettledRoom): void {
    if (!this.options.onTextSettled) return;
    const key = room.kind === 'fork' ? room.forkId : room.sectionId;
    const now = performance.now();
    const known = this.pending.get(key);
    if (known) known.last = now;
    else this.pending.set(key, { room, since: now, last: now, timer: this.wait(key, SETTLES_AFTER_MS) });
  }

  /** Takes everything that waits to its end. */
  async drain(): Promise<void> {
    for (const [key, { room, timer }] of this.pending) {
      clearTimeout(timer);
      this.settle(key, room);
    }
    await Promise.all(this.running.values());
  }

  private wait(key: string, ms: number): NodeJS.Timeout {
    return setTimeout(() => this.ripe(key), ms).unref();
  }

  private ripe(key: string): void {
    const pending = this.pending.get(key);
    if (!pending) return;
    const now = performance.now();
    const rest = Math.min(pending.last + SETTLES_AFTER_MS, pending.since + SETTLES_WITHIN_MS) - now;
    if (rest > 1) pending.timer = this.wait(key, rest);
    else if (this.running.has(key)) pending.timer = this.wait(key, SETTLES_AFTER_MS);
    else this.settle(key, pending.room);
  }

  private settle(key: string, room: SettledRoom): void {
    this.pending.delete(key);
    const before = this.running.get(key) ?? Promise.resolve();
    const run = before
      .then(() => this.call(room))
      .finally(() => {
        if (this.running.get(key) === run) this.running.delete(key);
      });
    this.running.set(key, run);
  }

  private async call(room: SettledRoom): Promise<void> {
    const { onTextSettled, logger } = this.options;
    for (let tried = 1; tried <= 2; tried++) {
      try {
        await onTextSettled?.(room);
        return;
      } catch (error) {
        logger.error(
          { err: error, ...room },
          tried === 1 ? 'what follows from a change failed; trying again' : 'what follows from a change failed',
        );
      }
    }
  }
}
