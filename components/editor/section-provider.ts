import { HocuspocusProvider, MessageType } from '@hocuspocus/provider';
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding';
import { messageYjsSyncStep1 } from 'y-protocols/sync';

const SOCKET_OPEN = 1;

/**
 * Hocuspocus's provider with an exact answer to "has the server everything?". Its own counter can reach zero too early after a reconnect: an
 * acknowledgement of a later change is counted for the handshake's. Here nothing is sent before the handshake is answered (the answer holds
 * all of it), each message after it waits for its own acknowledgement, and acknowledgements of an earlier connection count for nothing.
 */
export class SectionProvider extends HocuspocusProvider {
  /** Called whenever `hasEverything` may have changed. */
  onProgress: () => void = () => {};
  /** Called before anything that came is applied. */
  beforeMessage: () => void = () => {};
  /** The server did not take a change: this member may only read. */
  refusedChange = false;
  /** Something was written here that the server has not acknowledged. */
  changedHere = false;
  /** The origin of what comes from this computer's copy, which nobody wrote just now. */
  copyOrigin: unknown = Symbol('no copy');
  private answered = false;
  private outstanding = 0;

  /** True while the server has acknowledged every change that this client holds. */
  get hasEverything(): boolean {
    return this.isAuthenticated && this.answered && this.outstanding === 0 && !this.refusedChange;
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (origin === this) return;
    if (origin !== this.copyOrigin) this.changedHere = true;
    // a change for a socket that is closing would wait in its queue and be acknowledged out of turn: the next handshake carries it
    if (this.answered && !this.isSocketOpen()) this.forget();
    if (this.answered) {
      this.outstanding += 1;
      super.documentUpdateHandler(update, origin);
    }
    this.onProgress();
  }

  override startSync(): void {
    this.forget();
    super.startSync();
  }

  override onClose(): void {
    this.forget();
    super.onClose();
  }

  override onMessage(event: MessageEvent): void {
    this.beforeMessage();
    const decoder = createDecoder(new Uint8Array(event.data));
    readVarString(decoder);
    const type = readVarUint(decoder);
    const asked = type === MessageType.Sync && readVarUint(decoder) === messageYjsSyncStep1;
    if (type === MessageType.SyncStatus && this.answered) {
      if (readVarInt(decoder) !== 1) this.refusedChange = true;
      this.outstanding -= 1;
    }
    super.onMessage(event);
    if (asked) {
      this.outstanding = this.answered ? this.outstanding + 1 : 1;
      this.answered = true;
    }
    if (this.hasEverything) this.changedHere = false;
    this.onProgress();
  }

  /** Asks for the room again on the socket that is open, after the server closed or refused it. */
  async askAgain(): Promise<void> {
    await this.sendToken();
    this.startSync();
  }

  private isSocketOpen(): boolean {
    return this.configuration.websocketProvider.webSocket?.readyState === SOCKET_OPEN;
  }

  private forget(): void {
    this.answered = false;
    this.outstanding = 0;
    this.refusedChange = false;
  }
}
