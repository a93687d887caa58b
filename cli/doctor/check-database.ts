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
    return [{ name: 'database', state: 'ok', detail }, await checkMigrations(client, rows[0]?.recorded ?? false)];
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
