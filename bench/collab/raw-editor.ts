import { MessageType } from '@hocuspocus/provider';
import { createDecoder, readVarInt, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { writeRoomToken } from '@/lib/letter/schema/room-token';
import { SCHEMA_VERSION } from '@/lib/letter/schema/schema-version';

const AUTH = 2;
const SYNC_STATUS = 8;
const EMPTY_UPDATE = Y.encodeStateAsUpdate(new Y.Doc());

/** A client that speaks the protocol and keeps no document: it sends what it is given and counts what is acknowledged, so that it costs little. */
export class RawEditor {
  acknowledged = 0;
  private readonly socket: WebSocket;
  private readonly ready = new Map<string, () => void>();
  onAcknowledged: () => void = () => {};
  onError: (message: string) => void = () => {};

  constructor(host: string, cookie: string) {
    this.socket = new WebSocket(`ws://${host}/collab`, { headers: { cookie, origin: `http://${host}` }, perMessageDeflate: false });
    this.socket.on('error', (error) => this.onError(error.message));
    this.socket.on('close', (code, reason) => this.onError(`closed: ${code} ${reason}`));
    this.socket.on('message', (data: Buffer) => this.hear(new Uint8Array(data)));
  }

  async connected(): Promise<void> {
    if (this.socket.readyState === WebSocket.OPEN) return;
    await new Promise<void>((resolve) => this.socket.once('open', () => resolve()));
  }

  /** Asks for a room, and resolves when it is synchronised. */
  async enter(room: string): Promise<void> {
    const entered = new Promise<void>((resolve) => this.ready.set(room, resolve));
    this.send(room, AUTH, (encoder) => {
      writeVarUint(encoder, 0);
      writeVarString(encoder, writeRoomToken({ schemaVersion: SCHEMA_VERSION }));
    });
    this.send(room, MessageType.Sync, (encoder) => {
      writeVarUint(encoder, messageYjsSyncStep1);
      writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
    });
    await entered;
  }

  /** A change as the message that carries it. */
  static message(room: string, update: Uint8Array): Uint8Array {
    const encoder = createEncoder();
    writeVarString(encoder, room);
    writeVarUint(encoder, MessageType.Sync);
    writeVarUint(encoder, messageYjsUpdate);
    writeVarUint8Array(encoder, update);
    return toUint8Array(encoder);
  }

  sendMessage(message: Uint8Array): void {
    this.socket.send(message);
  }

  leave(): void {
    this.socket.removeAllListeners('close');
    this.socket.terminate();
  }

  private send(room: string, type: number, write: (encoder: ReturnType<typeof createEncoder>) => void): void {
    const encoder = createEncoder();
    writeVarString(encoder, room);
    writeVarUint(encoder, type);
    write(encoder);
    this.socket.send(toUint8Array(encoder));
  }

  private hear(data: Uint8Array): void {
    const decoder = createDecoder(data);
    const room = readVarString(decoder);
    const type = readVarUint(decoder);
    if (type === SYNC_STATUS) {
      if (readVarInt(decoder) !== 1) this.onError('a change was not taken');
      this.acknowledged += 1;
      this.onAcknowledged();
    } else if (type === MessageType.Sync) {
      const step = readVarUint(decoder);
      if (step === messageYjsSyncStep1) {
        readVarUint8Array(decoder);
        this.send(room, MessageType.Sync, (encoder) => {
          writeVarUint(encoder, messageYjsSyncStep2);
          writeVarUint8Array(encoder, EMPTY_UPDATE);
        });
        this.ready.get(room)?.();
        this.ready.delete(room);
      }
    } else if (type === AUTH && readVarUint(decoder) === 1) this.onError(`refused: ${readVarString(decoder)}`);
  }
}
