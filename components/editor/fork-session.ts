import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { ApiError, callApi } from '@/components/ui/call-api';
import { type ForkAddress, forkName } from '@/lib/letter/schema/fork-name';
import { notifyTogether } from './notify-together';
import { isRenewed } from './saving-state';
import { localCopyName, SectionRoom } from './section-room';

export interface ForkOptions {
  readonly sectionId: string;
  readonly memberId: string;
  readonly url: string;
}

export interface ForkView {
  /** what is written in; null until the first stands */
  readonly room: SectionRoom | null;
  /** the next generation's, already open behind it, until its editor stands and `stands` was called */
  readonly coming: SectionRoom | null;
  /** the one that was just replaced: its editor tells where the cursor stands, then it goes */
  readonly leaving: SectionRoom | null;
  /** why there is none, in words */
  readonly problem: string | null;
}

const RETRY_AFTER_MS = [500, 1_000, 2_000, 5_000, 10_000];

/** How long what was carried over may take to come back through the new room before the editors change places. */
const ARRIVES_WITHIN_MS = 500;
const CARRY_ROUNDS = 3;
const SHOWN_WITHIN_MS = 5_000;

/**
 * One's own copy of a section in this page. When a suggestion of it is decided, the server makes the copy anew and refuses the old one: then
 * this asks for the new one, has what was not sent carried over, and opens it behind the old, in which one goes on typing until the new one
 * stands. What an earlier visit left unsent on this computer is carried over before the first is opened.
 */
export class ForkSession {
  private view: ForkView = { room: null, coming: null, leaving: null, problem: null };
  private readonly listeners = new Set<() => void>();
  private address: ForkAddress | null = null;
  private opening = false;
  private carried: Uint8Array | null = null;
  private retries = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private destroyed = false;
  private shown: () => void = () => {};

  constructor(private readonly options: ForkOptions) {
    void this.open();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getView = (): ForkView => this.view;

  destroy(): void {
    this.destroyed = true;
    clearTimeout(this.retryTimer);
    this.listeners.clear();
    this.view.room?.destroy();
    this.view.coming?.destroy();
    this.view.leaving?.destroy();
  }

  /**
   * The editor of the coming room stands. Sends what was typed into the old one since, waits for it to come back, and puts the new one in its
   * place.
   */
  async stands(coming: SectionRoom): Promise<void> {
    const { room } = this.view;
    if (coming !== this.view.coming) return;
    for (let round = 0; room && round < CARRY_ROUNDS && this.hasMore(room); round++) {
      try {
        const arrived = nextChange(coming.document, ARRIVES_WITHIN_MS);
        await this.carry(room);
        await arrived;
      } catch {
        break;
      }
    }
    if (this.destroyed || coming !== this.view.coming) return;
    this.show({ room: coming, coming: null, leaving: room, problem: null });
    if (!room) return;
    // what is typed until the page shows the new one still goes into the old one
    await new Promise<void>((resolve) => {
      this.shown = resolve;
      setTimeout(resolve, SHOWN_WITHIN_MS);
    });
    await this.leave(room);
    if (this.view.leaving === room) this.show({ ...this.view, leaving: null });
  }

  /** Closes an old room. What was typed in its last moment is sent behind; until that is safe it stays on this computer. */
  private async leave(room: SectionRoom): Promise<void> {
    const last = this.hasMore(room) ? Y.encodeStateAsUpdate(room.document) : null;
    room.destroy();
    try {
      if (last) await postLate(room.name, last);
      await room.discardCopy();
    } catch {
      // the next visit finds it and carries it over
    }
  }

  /** The page shows the new editor, with the cursor where it was in the old one, which may go now. */
  tookOver(): void {
    this.shown();
  }

  private async open(): Promise<void> {
    if (this.opening || this.destroyed) return;
    this.opening = true;
    try {
      const { sectionId, memberId, url } = this.options;
      const address = await callApi<ForkAddress>(`/api/sections/${sectionId}/fork`, { method: 'POST' });
      const { room } = this.view;
      if (room && this.address && this.address.generation === address.generation) {
        // the refusal told of a renewal that is not committed where we asked: ask again
        throw new ApiError(0, 'UNAVAILABLE', '');
      }
      if (room) await this.carry(room);
      else await carryOldCopies(memberId, address);
      if (this.destroyed) return;
      this.view.coming?.destroy();
      const coming = new SectionRoom({ name: forkName(address), memberId, url });
      this.address = address;
      coming.subscribe(() => this.watch(coming));
      this.retries = 0;
      this.show(room ? { room, coming, leaving: null, problem: null } : { room: coming, coming: null, leaving: null, problem: null });
    } catch (error) {
      this.failed(error);
    } finally {
      this.opening = false;
    }
  }

  private watch(room: SectionRoom): void {
    if (room !== this.view.room && room !== this.view.coming) return;
    if (isRenewed(room.getView().saving)) void this.open();
  }

  /** Whether the old room holds something that neither the server acknowledged nor was carried over. */
  private hasMore(room: SectionRoom): boolean {
    if (!room.getView().unsaved) return false;
    return this.carried === null || !Y.equalSnapshots(Y.snapshot(room.document), Y.decodeSnapshot(this.carried));
  }

  private async carry(room: SectionRoom): Promise<void> {
    if (!this.hasMore(room) || !this.address) return;
    const snapshot = Y.encodeSnapshot(Y.snapshot(room.document));
    await postLate(room.name, Y.encodeStateAsUpdate(room.document));
    this.carried = snapshot;
  }

  private failed(error: unknown): void {
    if (this.destroyed) return;
    const refused = error instanceof ApiError && error.status >= 400 && error.status < 500;
    if (refused) {
      this.show({ ...this.view, problem: error.message });
      return;
    }
    clearTimeout(this.retryTimer);
    const wait = RETRY_AFTER_MS[Math.min(this.retries, RETRY_AFTER_MS.length - 1)];
    this.retries += 1;
    this.retryTimer = setTimeout(() => void this.open(), wait);
  }

  private show(view: ForkView): void {
    this.view = view;
    notifyTogether(this.listeners);
  }
}

async function postLate(room: string, update: Uint8Array): Promise<void> {
  const [, forkId = '', generation = ''] = room.split(':');
  await callApi(`/api/forks/${forkId}/late-updates?generation=${generation}`, {
    method: 'POST',
    body: new Blob([new Uint8Array(update)], { type: 'application/octet-stream' }),
  });
}

/** What earlier generations left on this computer: sent to be carried over, and removed once that is safe. */
async function carryOldCopies(memberId: string, { forkId, generation }: ForkAddress): Promise<void> {
  if (typeof indexedDB === 'undefined' || typeof indexedDB.databases !== 'function') return;
  const prefix = localCopyName(memberId, `fork:${forkId}:`);
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith(prefix) || name === `${prefix}${generation}`) continue;
    const document = new Y.Doc();
    const copy = new IndexeddbPersistence(name, document);
    try {
      await copy.whenSynced;
      if (document.store.clients.size > 0) await postLate(name.slice(localCopyName(memberId, '').length), Y.encodeStateAsUpdate(document));
      await copy.clearData();
    } catch {
      // it stays where it is, for the next visit
      await copy.destroy();
    }
    document.destroy();
  }
}

function nextChange(document: Y.Doc, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      document.off('update', done);
      resolve();
    };
    const timer = setTimeout(done, withinMs);
    document.on('update', done);
  });
}
