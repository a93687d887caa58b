import { WebSocketStatus } from '@hocuspocus/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { isRoomRefusal, ROOM_REFUSALS, type RoomRefusal } from '@/lib/letter/schema/room-refusal';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';
import { notifyTogether } from './notify-together';
import type { SavingState } from './saving-state';
import { SectionProvider } from './section-provider';
import { shareSocket } from './shared-socket';

export interface RoomOptions {
  /** of the section (roomName) or of one's own copy of it (forkName) */
  readonly name: string;
  readonly memberId: string;
  readonly url: string;
}

/** Everything that a section's editor shows of its room; a new object whenever something changed. */
export interface RoomView {
  readonly saving: SavingState;
  /** Something written here is not on the server. */
  readonly unsaved: boolean;
  /** The text is there, from the server or from this computer: before, an editor must not be bound to it. */
  readonly ready: boolean;
  /** The server was reached once: new blocks may be named. */
  readonly synced: boolean;
  /** What the server allows; null until it said. */
  readonly writable: boolean | null;
}

/** Refusals that are over as soon as the room is asked for again. */
const PASSING: ReadonlySet<RoomRefusal> = new Set(['rights-changed', 'shutting-down']);

const RETRY_AFTER_MS = [500, 1_000, 2_000, 5_000, 10_000];

/**
 * One section's collaborative document in this page, or one's own copy of it in which suggestions are written: the document, what is kept of it
 * on this computer, its connection, and how safe it is. What is typed while the server cannot be reached is kept in the browser's database
 * under member, room and generation, and sent when it can.
 */
export class SectionRoom {
  readonly document = new Y.Doc();
  /** of the room, as the server knows it */
  readonly name: string;
  readonly provider: SectionProvider;
  private readonly copy: IndexeddbPersistence | null;
  private readonly releaseSocket: () => void;
  private readonly listeners = new Set<() => void>();
  private keptHere = false;
  private synced = false;
  private refusal: RoomRefusal | null = null;
  private retries = 0;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private destroyed = false;
  private view: RoomView = { saving: { kind: 'opening' }, unsaved: false, ready: false, synced: false, writable: null };

  constructor(options: RoomOptions) {
    const { name } = options;
    this.name = name;
    this.copy = openCopy(localCopyName(options.memberId, name), this.document);
    this.copy?.on('synced', () => {
      this.keptHere = true;
      this.update();
    });
    const { socket, release } = shareSocket(options.url);
    this.releaseSocket = release;
    this.provider = new SectionProvider({
      name,
      document: this.document,
      websocketProvider: socket,
      token: () => writeRoomToken({ schemaVersion: SCHEMA_VERSION }),
      onAuthenticated: () => this.update(),
      onAuthenticationFailed: ({ reason }) => this.refused(reason),
      onClose: ({ event }) => this.refused(event.reason),
      onSynced: () => {
        this.synced = true;
        this.update();
      },
      onStatus: () => this.update(),
    });
    if (this.copy) this.provider.copyOrigin = this.copy;
    this.provider.onProgress = () => this.update();
    this.provider.attach();
    window.addEventListener('focus', this.comeBack);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getView = (): RoomView => this.view;

  /** Everything that the document holds is kept on this computer too, as far as its browser keeps anything. */
  async whenKept(): Promise<void> {
    await this.copy?.whenSynced;
  }

  /** Removes what is kept on this computer, when it is safe elsewhere; destroy the room first. */
  async discardCopy(): Promise<void> {
    await this.copy?.clearData();
  }

  destroy(): void {
    this.destroyed = true;
    window.removeEventListener('focus', this.comeBack);
    clearTimeout(this.retryTimer);
    this.listeners.clear();
    this.provider.destroy();
    this.releaseSocket();
    this.document.destroy();
  }

  /** Who signed in again in another tab goes on here without loading the page again. */
  private comeBack = (): void => {
    if (this.refusal === 'signed-out' && this.isOnline() && !this.provider.isAuthenticated) void this.provider.askAgain();
  };

  private refused(reason: string): void {
    const known = isRoomRefusal(reason);
    if (known) this.refusal = reason;
    if (known && ROOM_REFUSALS[reason].next === 'retry' && !this.destroyed) {
      clearTimeout(this.retryTimer);
      const wait = RETRY_AFTER_MS[Math.min(this.retries, RETRY_AFTER_MS.length - 1)];
      this.retries += 1;
      this.retryTimer = setTimeout(() => {
        if (this.isOnline() && !this.provider.isAuthenticated) void this.provider.askAgain();
      }, wait);
    }
    this.update();
  }

  private isOnline(): boolean {
    return this.provider.configuration.websocketProvider.status === WebSocketStatus.Connected;
  }

  private update(): void {
    if (this.destroyed) return;
    // a room that lets one in again has saved nothing yet: the reason stands until it has
    if (this.provider.hasEverything) {
      this.refusal = null;
      this.retries = 0;
    }
    const writable = this.provider.isAuthenticated ? this.provider.authorizedScope !== 'readonly' : this.view.writable;
    const unsaved = this.provider.changedHere || (!this.synced && this.hasLocalText());
    const view: RoomView = {
      saving: this.savingNow(unsaved),
      unsaved,
      ready: this.synced || this.hasLocalText(),
      synced: this.synced,
      writable,
    };
    if (JSON.stringify(view) === JSON.stringify(this.view)) return;
    this.view = view;
    notifyTogether(this.listeners);
  }

  private hasLocalText(): boolean {
    return this.keptHere && this.document.share.size > 0 && this.document.store.clients.size > 0;
  }

  private savingNow(unsaved: boolean): SavingState {
    if (this.provider.hasEverything) return { kind: 'saved' };
    if (this.provider.refusedChange) return { kind: 'blocked', refusal: 'read-only', unsaved: true };
    if (this.refusal && ROOM_REFUSALS[this.refusal].next !== 'retry') return { kind: 'blocked', refusal: this.refusal, unsaved };
    if (!this.isOnline()) return { kind: 'offline', keptHere: this.keptHere };
    if (this.refusal && !PASSING.has(this.refusal)) return { kind: 'blocked', refusal: this.refusal, unsaved };
    return { kind: this.synced ? 'saving' : 'opening' };
  }
}

/** The name of a room's copy in the browser's database. */
export function localCopyName(memberId: string, room: string): string {
  return `marginalia:${memberId}:${room}`;
}

/** Null where the browser keeps nothing (a private window, storage refused): the page says so while it is offline. */
function openCopy(name: string, document: Y.Doc): IndexeddbPersistence | null {
  try {
    return typeof indexedDB === 'undefined' ? null : new IndexeddbPersistence(name, document);
  } catch {
    return null;
  }
}
