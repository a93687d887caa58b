import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Clock } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import type { IdSource } from '@/lib/core/ids';
import { copyIn } from '@/lib/db/backup/copy-in';
import { publicTable, quoted, readCatalogue } from '@/lib/db/backup/read-catalogue';
import { applyMigration, MIGRATION_LOCK, RECORD_TABLE } from '@/lib/db/migrations/migrate';
import type { Migration } from '@/lib/db/migrations/read-migrations';
import { chainRecords } from '../audit/chain-records';
import { type BackupManifest, COMMAND_LINE, LEFT_OUT, PLAIN_TEXT, tablePart } from './backup-manifest';
import { planRestore, type RestorePlan } from './plan-restore';
import { readFirmHeads } from './read-firm-heads';
import { damaged, readParts } from './read-parts';
import type { BackupPart } from './write-parts';

interface Restore {
  /** the database to restore into: its schemas `public` and `pgboss` are made anew */
  readonly url: string;
  readonly path: string;
  /** of that file, as verifyBackup gave it */
  readonly manifest: BackupManifest;
  readonly migrations: readonly Migration[];
  /** whether an instance that has a firm may be replaced */
  readonly replace: boolean;
  readonly clock: Clock;
  readonly ids: IdSource;
}

export interface Restored {
  /** later migrations that were applied to what was restored */
  readonly migrated: readonly string[];
  /** the names of the firms whose instance was replaced */
  readonly replaced: readonly string[];
}

/**
 * Makes the database what a backup holds, in one transaction: until its end, and where anything fails, the database is what it was. Its tables are
 * checked against the manifest again as they are read. An act of the operator: whoever reaches the database may do it.
 * Throws CONFLICT while something else uses the database, or where it has a firm and `replace` was not given; UNREADABLE_FILE where the file is not what it says; what planRestore throws.
 */
export async function restoreInstance(input: Restore): Promise<Restored> {
  const { manifest } = input;
  const plan = planRestore(input.migrations, manifest);
  const client = new pg.Client({ connectionString: input.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // a server that starts now waits here for the end, and then finds what was restored
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseInUse(client);
    const present = await refuseUnlessEmpty(client, input.replace);
    await client.query(`begin; ${PLAIN_TEXT}`);
    await fill(client, input.path, manifest, plan);
    await tellLogs(client, input, manifest, present);
    await client.query('commit');
    return { migrated: plan.after.map(({ name }) => name), replaced: present.map(({ name }) => name) };
  } finally {
    // what was not committed is gone with the connection
    await client.end();
  }
}

async function refuseInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and coalesce(backend_type, 'client backend') = 'client backend'`,
  );
  if ((rows[0]?.others ?? 0) === 0) return;
  throw new AppError(
    'CONFLICT',
    'The database is in use: stop the server, and every other command that works on it, then restore. Nothing was changed.',
  );
}

/** The firms that are there, where they may be replaced. */
async function refuseUnlessEmpty(client: pg.Client, replace: boolean): Promise<BackupManifest['firms']> {
  const firms = await readFirmHeads(client);
  const tables = await readCatalogue(client);
  const isOurs = tables.length === 0 || tables.some(({ name }) => name === '_prisma_migrations');
  if (!isOurs)
    throw new AppError('CONFLICT', 'The database holds tables that are not of Marginalia: name an empty one. Nothing was changed.');
  if (firms.length > 0 && !replace) {
    throw new AppError(
      'CONFLICT',
      `This instance has a firm (${firms.map(({ name }) => name).join(', ')}): restore into an empty data folder, or give --replace. Nothing was changed.`,
    );
  }
  return firms;
}

async function fill(client: pg.Client, path: string, manifest: BackupManifest, plan: RestorePlan): Promise<void> {
  await client.query(
    'drop schema if exists pgboss cascade; drop schema public cascade; create schema public; set local search_path = public',
  );
  await client.query(RECORD_TABLE);
  for (const migration of plan.before) await applyMigration(client, migration);
  await refuseOtherTables(client, manifest);
  await copyTables(client, path, manifest);
  for (const { table, column, last, isCalled } of manifest.counters) {
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint, $4)', [publicTable(table), column, last, isCalled]);
  }
  // the queue is not in the backup: what waited counts as left by a process that stopped, and is taken up at the next start
  await client.query(`update public."Task" set status = 'running', "heartbeatAt" = 'epoch' where status = 'queued'`);
  for (const migration of plan.after) await applyMigration(client, migration);
}

/** The manifest must name the very tables, columns and counters that the migrations made: its names go into no SQL before. */
async function refuseOtherTables(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const made = (await readCatalogue(client)).filter(({ name }) => !LEFT_OUT.has(name) && name !== '_prisma_migrations');
  const columnsOf = new Map(manifest.tables.map(({ name, columns }) => [name, columns.join('\n')]));
  const other =
    made.find(({ name, columns }) => columnsOf.get(name) !== columns.join('\n'))?.name ??
    manifest.tables.find(({ name }) => !made.some((table) => table.name === name))?.name;
  if (other !== undefined || made.length !== manifest.tables.length) {
    throw new AppError('UNREADABLE_FILE', damaged(`the table ${other} is not one of its migrations`));
  }
  const counts = made.flatMap(({ name, counters }) => counters.map((column) => `${name}.${column}`));
  if (
    counts.sort().join() !==
    manifest.counters
      .map(({ table, column }) => `${table}.${column}`)
      .sort()
      .join()
  ) {
    throw new AppError('UNREADABLE_FILE', damaged('its counters are not those of its migrations'));
  }
}

async function copyTables(client: pg.Client, path: string, manifest: BackupManifest): Promise<void> {
  const parts = readParts(path);
  let current = await nextPart(parts);
  current = await nextPart(parts);
  for (const { name, columns, rows, sha256 } of manifest.tables) {
    const hash = createHash('sha256');
    async function* content(): AsyncGenerator<Uint8Array> {
      for (let ordinal = 0; current?.name === tablePart(name, ordinal); ordinal += 1) {
        hash.update(current.bytes);
        yield current.bytes;
        current = await nextPart(parts);
      }
    }
    const copied = await copyIn(client, `copy ${publicTable(name)} (${columns.map(quoted).join(', ')}) from stdin`, content()).catch(
      (error: Error) => {
        throw isOfContent(error) ? new AppError('UNREADABLE_FILE', damaged(`the table ${name} cannot be read: ${error.message}`)) : error;
      },
    );
    // the file was verified a moment ago, and may have been written to since
    if (copied !== rows || hash.digest('hex') !== sha256)
      throw new AppError('UNREADABLE_FILE', damaged(`the table ${name} has other rows`));
  }
  await parts.return(undefined);
}

/** Whether PostgreSQL refuses what it was given (classes 22 and 23 of its codes), not the work. */
function isOfContent(error: Error): boolean {
  return 'code' in error && /^2[23]/.test(String(error.code));
}

async function nextPart(parts: AsyncGenerator<BackupPart>): Promise<BackupPart | null> {
  const next = await parts.next();
  return next.done ? null : next.value;
}

/** Each restored firm's log goes on with an event that says so, and where the log that it replaces ended. */
async function tellLogs(client: pg.Client, input: Restore, manifest: BackupManifest, present: BackupManifest['firms']): Promise<void> {
  const { clock, ids } = input;
  for (const { id: firmId, events, lastHash } of await readFirmHeads(client)) {
    const before = present.find(({ id }) => id === firmId);
    const replaced = before ? { events: before.events, lastHash: before.lastHash } : null;
    const data = { backupId: manifest.id, takenAt: manifest.takenAt, replaced };
    const event = { type: 'firm.restored', subject: { type: 'firm', id: firmId }, data } as const;
    const head = { sequence: BigInt(events), hash: lastHash };
    for (const record of chainRecords({ firmId, actor: COMMAND_LINE, clock, ids }, head, [event])) {
      const names = Object.keys(record).map(quoted).join(', ');
      const places = Object.keys(record)
        .map((_, index) => `$${index + 1}`)
        .join(', ');
      await client.query(`insert into public."AuditEvent" (${names}) values (${places})`, Object.values(record));
    }
  }
}
