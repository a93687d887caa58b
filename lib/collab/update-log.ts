import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import { appendForkUpdates } from '@/lib/services/fork/append-fork-updates';
import { type Appended, appendRoomUpdates, type RowLock } from '@/lib/services/room/append-room-updates';
import type { CollabLogger } from './collab-options';
import { nameOfRoom, type RoomKey } from './room-key';
import { RoomRefused } from './room-refused';

/** What a member wrote in a room of either kind. */
export interface Written {
  readonly room: Exclude<RoomKey, { kind: 'letter' }>;
  readonly firmId: string;
  readonly memberId: string;
  readonly update: Uint8Array;
  readonly at: Date;
}

interface Waiting {
  readonly written: Written;
  readonly resolve: () => void;
  readonly reject: (reason: RoomRefused) => void;
}

const BATCH_UPDATES = 400;
const BATCH_BYTES = 2 * 1024 * 1024;
const APPEND_WITHIN_MS = 10_000;

/**
 * The way every change takes into the database. What arrives while a batch is being committed makes the next batch, so that many writers share
 * one commit and a single one waits for nobody. A promise resolves after the commit, never before; a batch that fails is tried room by room,
 * so that one broken room does not stop the others. A room whose row a service holds at the moment waits by itself.
 */
export class UpdateLog {
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;
  /** what waits for rooms that are held, by the rooms' names */
  private readonly held = new Map<string, Waiting[]>();
  private readonly besides = new Set<Promise<void>>();

  constructor(
    private readonly db: PrismaClient,
    private readonly logger: CollabLogger,
    /** told of rooms whose logs were appended to, after the commit */
    private readonly committed: (rooms: ReadonlySet<string>) => void = () => {},
  ) {}

  /**
   * Resolves when the change is committed. Rejects with RoomRefused: `not-saved`, `generation` or `fork-generation` where the room was made
   * anew, `rights-changed` where the section was signed.
   */
  append(written: Written): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ written, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when nothing waits any more. */
  async drain(): Promise<void> {
    while (this.running || this.besides.size > 0) await Promise.all([this.running, ...this.besides]);
  }

  private async run(): Promise<void> {
    // what arrives in the same turn of the event loop goes into the first batch already
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.nextBatch().filter((waiting) => !this.queueIfHeld(waiting));
      if (batch.length > 0) await this.commit(batch, 'skip');
    }
    this.running = null;
  }

  private nextBatch(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { written } of this.waiting) {
      bytes += written.update.length;
      if (count > 0 && (count >= BATCH_UPDATES || bytes > BATCH_BYTES)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private queueIfHeld(waiting: Waiting): boolean {
    const queue = this.held.get(nameOfRoom(waiting.written.room));
    queue?.push(waiting);
    return queue !== undefined;
  }

  private async commit(batch: readonly Waiting[], lock: RowLock): Promise<void> {
    try {
      const written = batch.map((waiting) => waiting.written);
      this.settle(batch, await within(appendAll(this.db, written, lock)));
    } catch (error) {
      const rooms = byRoom(batch);
      if (rooms.size > 1) {
        for (const room of rooms.values()) await this.commit(room, lock);
        return;
      }
      this.logger.error({ err: error, room: [...rooms.keys()][0], updates: batch.length }, 'changes could not be saved');
      for (const { reject } of batch) reject(new RoomRefused('not-saved', { cause: error }));
    }
  }

  private settle(batch: readonly Waiting[], appended: readonly Appended[]): void {
    const kept = new Set<string>();
    for (const [index, waiting] of batch.entries()) {
      const verdict = appended[index] ?? 'gone';
      if (verdict === 'kept') {
        kept.add(nameOfRoom(waiting.written.room));
        waiting.resolve();
      } else if (verdict !== 'held') waiting.reject(new RoomRefused(refusalOf(waiting.written, verdict)));
      else if (!this.queueIfHeld(waiting)) this.waitFor(waiting);
    }
    if (kept.size > 0) this.committed(kept);
  }

  /** A held room gets a queue of its own, and the others go on. */
  private waitFor(first: Waiting): void {
    const name = nameOfRoom(first.written.room);
    const queue = [first];
    this.held.set(name, queue);
    const beside = (async () => {
      // the rest of its batch comes in the same turn
      await Promise.resolve();
      while (queue.length > 0) await this.commit(queue.splice(0), 'wait');
      this.held.delete(name);
    })().finally(() => this.besides.delete(beside));
    this.besides.add(beside);
  }
}

/** One commit for both kinds; a statement of its own where there is one kind only. */
async function appendAll(db: PrismaClient, written: readonly Written[], lock: RowLock): Promise<readonly Appended[]> {
  const sections = written.flatMap(({ room, ...rest }) => (room.kind === 'section' ? [{ ...room, ...rest }] : []));
  const forks = written.flatMap(({ room, ...rest }) => (room.kind === 'fork' ? [{ ...room, ...rest }] : []));
  if (forks.length === 0) return appendRoomUpdates(db, sections, lock);
  if (sections.length === 0) return appendForkUpdates(db, forks, lock);
  const [ofSections, ofForks] = await db.$transaction(async (tx) => [
    [...(await appendRoomUpdates(tx, sections, lock))],
    [...(await appendForkUpdates(tx, forks, lock))],
  ]);
  return written.map(({ room }) => (room.kind === 'section' ? ofSections?.shift() : ofForks?.shift()) ?? 'gone');
}

function refusalOf({ room }: Written, appended: 'gone' | 'signed'): RoomRefusal {
  if (appended === 'signed') return 'rights-changed';
  return room.kind === 'fork' ? 'fork-generation' : 'generation';
}

function byRoom(batch: readonly Waiting[]): Map<string, Waiting[]> {
  const rooms = new Map<string, Waiting[]>();
  for (const waiting of batch) {
    const name = nameOfRoom(waiting.written.room);
    const room = rooms.get(name);
    if (room) room.push(waiting);
    else rooms.set(name, [waiting]);
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
