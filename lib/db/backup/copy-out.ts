import { Readable } from 'node:stream';
import type pg from 'pg';
import { type CopyConnection, copyConnection, rowsOf } from './copy-connection';

/** Rows are small: they are handed on together, in blocks of about this size. */
const BLOCK_BYTES = 256 * 1024;

/**
 * Runs a `COPY … TO STDOUT` and gives its bytes, as fast as they are taken. Returns the number of rows. Throws what PostgreSQL says.
 * The client must do nothing else meanwhile.
 */
export async function* copyOut(client: pg.Client, sql: string): AsyncGenerator<Uint8Array, number> {
  const copy = client.query(new CopyOut(sql));
  try {
    for await (const block of copy.output) yield block as Uint8Array;
    return copy.rows;
  } finally {
    // whoever stops early leaves a connection that can be closed
    copy.release();
  }
}

/** Called by the client as messages of its connection come in. */
class CopyOut implements pg.Submittable {
  rows = 0;
  readonly output = new Readable({ read: () => void this.connection?.stream.resume() });
  private connection: CopyConnection | null = null;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;

  constructor(private readonly sql: string) {}

  submit(connection: pg.Connection): void {
    this.connection = copyConnection(connection);
    this.connection.query(this.sql);
  }

  handleCopyData({ chunk }: { chunk: Uint8Array }): void {
    // the parser writes the next message over this one
    this.waiting.push(Uint8Array.from(chunk));
    this.waitingBytes += chunk.length;
    if (this.waitingBytes >= BLOCK_BYTES) this.flush();
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = rowsOf(text);
  }

  handleError(error: Error): void {
    this.output.destroy(error);
  }

  handleReadyForQuery(): void {
    this.flush();
    this.output.push(null);
  }

  release(): void {
    this.connection?.stream.resume();
  }

  private flush(): void {
    if (this.waitingBytes === 0) return;
    const block = Buffer.concat(this.waiting);
    this.waiting = [];
    this.waitingBytes = 0;
    if (!this.output.push(block)) this.connection?.stream.pause();
  }
}
