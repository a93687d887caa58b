import { createHash } from 'node:crypto';
import type pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { copyOut } from '@/lib/db/backup/copy-out';
import { type CatalogueTable, publicTable, quoted, readCatalogue } from '@/lib/db/backup/read-catalogue';
import {
  BACKUP_FORMAT,
  type BackupManifest,
  HEADER_PART,
  LEFT_OUT,
  MANIFEST_PART,
  PART_BYTES,
  PLAIN_TEXT,
  tablePart,
} from './backup-manifest';
import { readFirmHeads } from './read-firm-heads';
import type { BackupPart } from './write-parts';

/**
 * Opens a transaction that sees the database as it is now, whatever is committed later, and gives the parts of a backup of it. The manifest is
 * whole when the last part was taken. Throws NOT_FOUND without a firm, CHECK_FAILED on a database that a migration left half changed.
 */
export async function readSnapshot(
  client: pg.Client,
  id: string,
  takenAt: Date,
): Promise<{ manifest: BackupManifest; parts: AsyncGenerator<BackupPart> }> {
  await client.query(`begin isolation level repeatable read, read only; ${PLAIN_TEXT}`);
  const firms = await readFirmHeads(client);
  if (firms.length === 0) throw new AppError('NOT_FOUND', 'This instance has no firm yet: there is nothing to back up.');
  const migrations = await readMigrationRecords(client);
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  const tables = (await readCatalogue(client)).filter(({ name }) => !LEFT_OUT.has(name) && name !== '_prisma_migrations');
  const counters = await readCounters(client, tables);
  const manifest: BackupManifest = {
    ...{ format: BACKUP_FORMAT, id, takenAt: takenAt.toISOString(), postgres: rows[0]?.version ?? '', migrations, firms, counters },
    leftOut: [...LEFT_OUT],
    tables: [],
  };
  return { manifest, parts: partsOf(client, tables, manifest) };
}

async function readMigrationRecords(client: pg.Client): Promise<BackupManifest['migrations']> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished from public."_prisma_migrations"
     where rolled_back_at is null order by started_at, migration_name`,
  );
  const unfinished = rows.find(({ finished }) => !finished);
  if (unfinished) throw new AppError('CHECK_FAILED', `The migration ${unfinished.name} never finished on this database: mend that first.`);
  return rows.map(({ name, checksum }) => ({ name, checksum }));
}

/** Read once the snapshot stands: counters only grow, so that none is behind what the snapshot holds. */
async function readCounters(client: pg.Client, tables: readonly CatalogueTable[]): Promise<BackupManifest['counters']> {
  const counters: BackupManifest['counters'] = [];
  for (const { name: table, counters: columns } of tables) {
    for (const column of columns) {
      const { rows: found } = await client.query<{ name: string }>('select pg_get_serial_sequence($1, $2) as name', [
        publicTable(table),
        column,
      ]);
      const { rows } = await client.query<{ last: string; isCalled: boolean }>(
        `select last_value::text as last, is_called as "isCalled" from ${found[0]?.name}`,
      );
      if (rows[0]) counters.push({ table, column, ...rows[0] });
    }
  }
  return counters;
}

/** The manifest is the last part: it tells of each table what is known when it was read. */
async function* partsOf(client: pg.Client, tables: readonly CatalogueTable[], manifest: BackupManifest): AsyncGenerator<BackupPart> {
  const { format, id, takenAt } = manifest;
  yield { name: HEADER_PART, bytes: json({ format, id, takenAt }) };
  for (const table of tables) manifest.tables.push(yield* tableParts(client, table));
  yield { name: MANIFEST_PART, bytes: json(manifest) };
}

async function* tableParts(
  client: pg.Client,
  { name, columns, primaryKey }: CatalogueTable,
): AsyncGenerator<BackupPart, BackupManifest['tables'][number]> {
  const hash = createHash('sha256');
  let [bytes, ordinal] = [0, 0];
  const part = (content: Uint8Array): BackupPart => {
    hash.update(content);
    bytes += content.length;
    return { name: tablePart(name, ordinal++), bytes: content };
  };
  // in the order of the key, so that two backups of one state have the same parts
  const order = primaryKey.length > 0 ? ` order by ${primaryKey.map(quoted).join(', ')}` : '';
  const rows = copyOut(client, `copy (select ${columns.map(quoted).join(', ')} from ${publicTable(name)}${order}) to stdout`);
  let waiting: Uint8Array = new Uint8Array();
  for (let next = await rows.next(); ; next = await rows.next()) {
    if (next.done) {
      if (waiting.length > 0) yield part(waiting);
      return { name, columns: [...columns], rows: next.value, bytes, sha256: hash.digest('hex') };
    }
    waiting = Buffer.concat([waiting, next.value]);
    while (waiting.length >= PART_BYTES) {
      yield part(waiting.subarray(0, PART_BYTES));
      waiting = waiting.subarray(PART_BYTES);
    }
  }
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value, null, 2));
}
