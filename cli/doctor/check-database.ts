import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/core/errors';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { type AppliedMigration, planMigrations } from '@/lib/db/migrations/plan-migrations';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { openDatabase } from '@/lib/db/open-database';
import type { Finding } from './finding';

const STALE_BACKUP_MS = 7 * 24 * 3_600_000;

/** The database answers and its migrations fit this release. Changes nothing. */
export async function checkDatabase(settings: Settings): Promise<readonly Finding[]> {
  if (!settings.databaseUrl && !existsSync(join(settings.dataFolder, 'postgres'))) {
    return [{ name: 'database', state: 'ok', detail: 'None yet; the first start makes it in the data folder.' }];
  }
  try {
    const database = await openDatabase(settings);
    try {
      return await inspect(database.url, database.embedded);
    } finally {
      await database.close();
    }
  } catch (error) {
    const mend = error instanceof AppError ? error.message : 'Check DATABASE_URL and that the server runs.';
    return [{ name: 'database', state: 'fault', detail: (error as Error).message, mend }];
  }
}

async function inspect(url: string, embedded: boolean): Promise<readonly Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; recorded: boolean }>(
      `select current_setting('server_version') as version, to_regclass('"_prisma_migrations"') is not null as recorded`,
    );
    const detail = `PostgreSQL ${rows[0]?.version ?? ''} (${embedded ? 'built in' : 'DATABASE_URL'})`;
    const isRecorded = rows[0]?.recorded ?? false;
    const backup = embedded && isRecorded ? await checkBackup(client) : [];
    return [{ name: 'database', state: 'ok', detail }, await checkMigrations(client, isRecorded), ...backup];
  } finally {
    await client.end();
  }
}

async function checkMigrations(client: pg.Client, recorded: boolean): Promise<Finding> {
  const name = 'migrations';
  const applied = recorded
    ? (await client.query<AppliedMigration>('select migration_name, checksum, finished_at, rolled_back_at from "_prisma_migrations"')).rows
    : [];
  try {
    const pending = planMigrations(readMigrations(MIGRATIONS_FOLDER), applied);
    return { name, state: 'ok', detail: pending.length === 0 ? 'up to date' : `${pending.length} to apply; the next start does it.` };
  } catch (error) {
    return { name, state: 'fault', detail: 'They do not fit this release', mend: (error as Error).message };
  }
}

/** When the built-in database was last backed up, by the audit log; a server of its own is backed up as its keepers do it. */
async function checkBackup(client: pg.Client): Promise<readonly Finding[]> {
  const { rows } = await client.query<{ firms: number; last: Date | null }>(
    `select (select count(*)::int from "Firm") as firms, (select max(at) from "AuditEvent" where type in ('firm.backed-up', 'firm.restored')) as last`,
  );
  const { firms, last } = rows[0] ?? { firms: 0, last: null };
  if (firms === 0) return [];
  const name = 'backup';
  if (last === null)
    return [{ name, state: 'optional', detail: 'There is none yet.', mend: 'npm run -s marginalia -- backup FILE, on another disk.' }];
  const detail = `the last on ${last.toISOString().slice(0, 10)}`;
  if (Date.now() - last.getTime() < STALE_BACKUP_MS) return [{ name, state: 'ok', detail }];
  return [
    { name, state: 'optional', detail: `${detail}, more than a week ago`, mend: 'npm run -s marginalia -- backup FILE, on another disk.' },
  ];
}
