import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { RoomRefusal } from '@/lib/letter/schema/room-refusal';
import { appendForkUpdates } from '@/lib/services/fork/append-fork-updates';
import { type Appended, appendRoomUpdates } from '@/lib/services/room/append-room-updates';
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
 * so that one broken room does not stop the others.
 */
export class UpdateLog {
  private waiting: Waiting[] = [];
  private running: Promise<void> | null = null;

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
    for (const { written } of this.waiting) {
      bytes += written.update.length;
      if (count > 0 && (count >= BATCH_UPDATES || bytes > BATCH_BYTES)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const appended = await within(
        appendAll(
          this.db,
          batch.map(({ written }) => written),
        ),
      );
      for (const [index, { written, resolve, reject }] of batch.entries()) {
        const refusal = refusalOf(written, appended[index] ?? 'gone');
        if (refusal === null) resolve();
        else reject(new RoomRefused(refusal));
      }
      this.committed(new Set(batch.map(({ written }) => nameOfRoom(written.room))));
    } catch (error) {
      const rooms = byRoom(batch);
      if (rooms.size > 1) {
        for (const room of rooms.values()) await this.commit(room);
        return;
      }
      this.logger.error({ err: error, room: [...rooms.keys()][0], updates: batch.length }, 'changes could not be saved');
      for (const { reject } of batch) reject(new RoomRefused('not-saved', { cause: error }));
    }
  }
}

/** One commit for both kinds; a statement of its own where there is one kind only. */
async function appendAll(db: PrismaClient, written: readonly Written[]): Promise<readonly Appended[]> {
  const sections = written.flatMap(({ room, ...rest }) => (room.kind === 'section' ? [{ ...room, ...rest }] : []));
  const forks = written.flatMap(({ room, ...rest }) => (room.kind === 'fork' ? [{ ...room, ...rest }] : []));
  if (forks.length === 0) return appendRoomUpdates(db, sections);
  if (sections.length === 0) return appendForkUpdates(db, forks);
  const [ofSections, ofForks] = await db.$transaction(async (tx) => [
    [...(await appendRoomUpdates(tx, sections))],
    [...(await appendForkUpdates(tx, forks))],
  ]);
  return written.map(({ room }) => (room.kind === 'section' ? ofSections?.shift() : ofForks?.shift()) ?? 'gone');
}

function refusalOf({ room }: Written, appended: Appended): RoomRefusal | null {
  if (appended === 'kept') return null;
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
