import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { ApiError, callApi } from '@/components/ui/call-api';
import type { Change } from '@/lib/letter/compare/change';
import { compareBodies } from '@/lib/letter/compare/compare-bodies';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import { type ForkAddress, forkName } from '@/lib/letter/schema/fork-name';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { notifyTogether } from './notify-together';
import { isRenewed } from './saving-state';
import { localCopyName, SectionRoom } from './section-room';

export interface ForkOptions {
  readonly sectionId: string;
  readonly memberId: string;
  readonly url: string;
}

export interface ForkView {
  /** what is to be written in, its text is there as soon as there was one before it; null until the first is opened */
  readonly room: SectionRoom | null;
  /** why there is none, or no newer one, in words */
  readonly problem: string | null;
}

/** The room that the page's editor is bound to, and what the server has of it: its suggestions go on from there in the next generation. */
interface Written {
  readonly room: SectionRoom;
  readonly known: ProseNode | null;
}

const RETRY_AFTER_MS = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * One's own copy of a section in this page. When a suggestion of it is decided, the server makes the copy anew and refuses the old one: then
 * this asks for the new one, has what was not sent until then carried over by the server, and opens it beside the old. One goes on typing in the
 * old one until the text of the new one is there; then the page binds its editor to that, with what `takeOver` gives, and says so by `bound`. What an
 * earlier visit left unsent on this computer is carried over before the first is opened.
 */
export class ForkSession {
  private view: ForkView = { room: null, problem: null };
  private readonly listeners = new Set<() => void>();
  private address: ForkAddress | null = null;
  private coming: SectionRoom | null = null;
  /** the room of the view, while it holds everything that was handed over */
  private offered: SectionRoom | null = null;
  private written: Written | null = null;
  private opening = false;
  private retries = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private destroyed = false;

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
    for (const room of new Set([this.view.room, this.coming, this.written?.room])) room?.destroy();
  }

  /**
   * What the editor brings along when it is bound to this room at this very moment: what was typed since all of the generation that ended was
   * handed over. Null where it must not be bound to it any more, because this generation ended too and the words go to the one after it.
   */
  takeOver = (room: SectionRoom): readonly Change[] | null => {
    if (room !== this.offered) return null;
    if (!this.written?.known) return [];
    return compareBodies(this.written.known, bodyOfRoom(this.written.room.document).body);
  };

  /** The page's editor writes in this room from now on. */
  bound = (room: SectionRoom): void => {
    const before = this.written?.room;
    if (before === room) return;
    this.written = { room, known: null };
    if (before) void leave(before, room);
  };

  private async open(): Promise<void> {
    if (this.opening || this.destroyed) return;
    this.opening = true;
    try {
      const { sectionId, memberId, url } = this.options;
      const address = await callApi<ForkAddress>(`/api/sections/${sectionId}/fork`, { method: 'POST' });
      if (this.address && this.address.generation === address.generation) {
        // the refusal told of a renewal that is not committed where we asked: ask again
        throw new ApiError(0, 'UNAVAILABLE', '');
      }
      await (this.written ? this.carry(this.written.room) : carryOldCopies(memberId, address));
      if (this.destroyed) return;
      this.coming?.destroy();
      const coming = new SectionRoom({ name: forkName(address), memberId, url });
      this.address = address;
      this.coming = coming;
      coming.subscribe(() => this.watch(coming));
      this.retries = 0;
      if (!this.written) this.change(coming);
      else if (this.view.problem) this.show({ ...this.view, problem: null });
    } catch (error) {
      this.failed(error);
    } finally {
      this.opening = false;
    }
  }

  private watch(room: SectionRoom): void {
    if (room !== this.view.room && room !== this.coming) return;
    const { saving, synced } = room.getView();
    if (isRenewed(saving)) void this.open();
    else if (room === this.coming && synced) this.change(room);
  }

  /** The page binds its editor to this room when it has heard of it. */
  private change(room: SectionRoom): void {
    const before = this.view.room;
    this.coming = null;
    this.offered = room;
    this.show({ room, problem: null });
    // one that was renewed before the page could bind its editor to it
    if (before && before !== this.written?.room) before.destroy();
  }

  /** Hands over what the server may not have of a generation that ended; it tells by itself what it has. */
  private async carry(room: SectionRoom): Promise<void> {
    this.offered = null;
    const known = bodyOfRoom(room.document).body;
    if (room.getView().unsaved) await postLate(room.name, Y.encodeStateAsUpdate(room.document));
    if (this.written?.room === room) this.written = { room, known };
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

/**
 * Closes the room of an ended generation, all of which is in the next one now, and removes what is kept of it on this computer as soon as the
 * next one is kept there: otherwise the next visit would hand it over a second time.
 */
async function leave(room: SectionRoom, next: SectionRoom): Promise<void> {
  room.destroy();
  try {
    await next.whenKept();
    await room.discardCopy();
  } catch {
    // a browser that keeps nothing has nothing to remove
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
