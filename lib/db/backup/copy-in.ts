import { once } from 'node:events';
import type pg from 'pg';
import { type CopyConnection, copyConnection, rowsOf } from './copy-connection';

/**
 * Runs a `COPY … FROM STDIN` with these bytes and returns the number of rows. Throws what the source throws, or what PostgreSQL says;
 * the transaction is then to be rolled back.
 */
export function copyIn(client: pg.Client, sql: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, source, resolve, reject));
  });
}

/** Called by the client as messages of its connection come in. */
class CopyIn implements pg.Submittable {
  private rows = 0;
  private failure: Error | null = null;

  constructor(
    private readonly sql: string,
    private readonly source: AsyncIterable<Uint8Array>,
    private readonly resolve: (rows: number) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    copyConnection(connection).query(this.sql);
  }

  handleCopyInResponse(connection: pg.Connection): void {
    void this.send(copyConnection(connection));
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.rows = rowsOf(text);
  }

  handleError(error: Error): void {
    // what PostgreSQL says of a copy that we broke off is not the reason
    this.failure ??= error;
    this.reject(this.failure);
  }

  handleReadyForQuery(): void {
    this.resolve(this.rows);
  }

  private async send(connection: CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.source) {
        if (this.failure) return;
        connection.sendCopyFromChunk(chunk);
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
      }
      connection.endCopyFrom();
    } catch (error) {
      this.failure ??= error as Error;
      connection.sendCopyFail('the source failed');
    }
  }
}
