import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** What the driver's connection offers for COPY; its published types leave it out. */
export interface CopyConnection {
  readonly stream: Duplex;
  query(sql: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** The same connection with those methods. */
export function copyConnection(connection: pg.Connection): CopyConnection {
  return connection as unknown as CopyConnection;
}

/** How many rows a COPY says it went over: its tag is `COPY 42`. */
export function rowsOf(tag: string): number {
  return Number(tag.split(' ').at(-1));
}
