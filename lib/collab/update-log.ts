import type { PrismaClient } from '@/lib/generated/prisma/client';
import { appendRoomUpdates, type RoomUpdate } from '@/lib/services/room/append-room-updates';
import type { CollabLogger } from './collab-options';
import { RoomRefused } from './room-refused';

interface Waiting {
  readonly update: RoomUpdate;
  readonly resolve: () => void;
  readonly reject: (reason: RoomRefused) => void;
}

const BATCH_UPDATES = 400;
const BATCH_BYTES = 2 * 1024 * 1024;
const APPEND_WITHIN_MS = 10_000;

/**
 * The way every change takes into the database. What arrives while a batch is being committed makes the next batch, so that many writers share
 * one commit and a single one waits for nobody. A promise resolves after the commit, never before; a batch that fails is tried room by room,
 * so that one broken room does not stop the others.
 */
export class UpdateLog {
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;

  constructor(
    private readonly db: PrismaClient,
    private readonly logger: CollabLogger,
  ) {}

  /** Resolves when the change is committed. Rejects with RoomRefused: `not-saved`, or `generation` where the room was made anew. */
  append(update: RoomUpdate): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ update, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    // what arrives in the same turn of the event loop goes into the first batch already
    await Promise.resolve();
    while (this.waiting.length > 0) await this.commit(this.nextBatch());
    this.running = null;
  }

  private nextBatch(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { update } of this.waiting) {
      bytes += update.update.length;
      if (count > 0 && (count >= BATCH_UPDATES || bytes > BATCH_BYTES)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const kept = await within(
        appendRoomUpdates(
          this.db,
          batch.map(({ update }) => update),
        ),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        if (kept[index]) resolve();
        else reject(new RoomRefused('generation'));
      }
    } catch (error) {
      const rooms = byRoom(batch);
      if (rooms.size > 1) {
        for (const room of rooms.values()) await this.commit(room);
        return;
      }
      this.logger.error({ err: error, sectionId: batch[0]?.update.sectionId, updates: batch.length }, 'changes could not be saved');
      for (const { reject } of batch) reject(new RoomRefused('not-saved', { cause: error }));
    }
  }
}

function byRoom(batch: readonly Waiting[]): Map<string, Waiting[]> {
  const rooms = new Map<string, Waiting[]>();
  for (const waiting of batch) {
    const room = rooms.get(waiting.update.sectionId);
    if (room) room.push(waiting);
    else rooms.set(waiting.update.sectionId, [waiting]);
  }
  return rooms;
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the database did not commit within ${APPEND_WITHIN_MS} ms`)), APPEND_WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
