import { MessageType } from '@hocuspocus/server';
import { createDecoder, type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';

/** What is made into one message at most, bytes: far below the limit of a message. */
const MOST_BYTES = 512 * 1024;

interface Lane {
  /** for each acknowledgement that is to come, in order: how many of the client's messages it stands for */
  readonly expected: number[];
  waiting: Uint8Array[];
  bytes: number;
}

/**
 * Hands the messages of one socket on to Hocuspocus. It takes one message of a room at a time, each until its commit; changes that arrive
 * meanwhile are made into one, which is committed, applied and passed on at once. Every one of them is acknowledged to its client as if it had
 * come alone, after the commit that holds it. Who types is not affected: nothing waits where nothing is under way.
 */
export class UpdateFunnel {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly handOver: (message: Uint8Array) => void) {}

  /** Takes a message of the client. */
  receive(message: Uint8Array): void {
    const read = readHead(message);
    if (read?.type !== MessageType.Sync) {
      this.handOver(message);
      return;
    }
    const { address, decoder } = read;
    const kind = readVarUint(decoder);
    const lane = this.lanes.get(address) ?? { expected: [], waiting: [], bytes: 0 };
    if (kind !== messageYjsUpdate) {
      this.flush(address, lane);
      if (kind === messageYjsSyncStep2) this.expect(address, lane, 1);
      this.handOver(message);
      return;
    }
    if (lane.expected.length === 0) {
      this.expect(address, lane, 1);
      this.handOver(message);
      return;
    }
    const update = readVarUint8Array(decoder);
    if (lane.bytes + update.length > MOST_BYTES) this.flush(address, lane);
    lane.waiting.push(update);
    lane.bytes += update.length;
  }

  /** Passes a message of the server to `send`, an acknowledgement once for each message of the client that it stands for. */
  answer(message: Uint8Array, send: (message: Uint8Array) => void): void {
    const read = readHead(message);
    const lane = read && this.lanes.get(read.address);
    if (!read || !lane) {
      send(message);
      return;
    }
    // a room that is closed or refused acknowledges nothing more; its client sends again what was not
    if (read.type === MessageType.CLOSE || read.type === MessageType.Auth) this.lanes.delete(read.address);
    if (read.type !== MessageType.SyncStatus) {
      send(message);
      return;
    }
    for (let copies = lane.expected.shift() ?? 1; copies > 0; copies -= 1) send(message);
    if (lane.expected.length > 0) return;
    if (lane.waiting.length > 0) this.flush(read.address, lane);
    else this.lanes.delete(read.address);
  }

  private expect(address: string, lane: Lane, messages: number): void {
    lane.expected.push(messages);
    this.lanes.set(address, lane);
  }

  private flush(address: string, lane: Lane): void {
    const updates = lane.waiting;
    if (updates.length === 0) return;
    lane.waiting = [];
    lane.bytes = 0;
    const merged = mergedOf(updates);
    if (merged) {
      this.expect(address, lane, updates.length);
      this.handOver(updateMessage(address, merged));
      return;
    }
    for (const update of updates) {
      this.expect(address, lane, 1);
      this.handOver(updateMessage(address, update));
    }
  }
}

/** Null where one of them is no update: then each goes by itself, and that one is refused. */
function mergedOf(updates: readonly Uint8Array[]): Uint8Array | null {
  try {
    return Y.mergeUpdates([...updates]);
  } catch {
    return null;
  }
}

function updateMessage(address: string, update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, address);
  writeVarUint(encoder, MessageType.Sync);
  writeVarUint(encoder, messageYjsUpdate);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** The room that a message is for and its type; null for what is no message: Hocuspocus says what becomes of it. */
function readHead(message: Uint8Array): { readonly address: string; readonly type: number; readonly decoder: Decoder } | null {
  try {
    const decoder = createDecoder(message);
    return { address: readVarString(decoder), type: readVarUint(decoder), decoder };
  } catch {
    return null;
  }
}
