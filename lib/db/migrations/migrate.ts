import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { type AppliedMigration, planMigrations } from './plan-migrations';
import type { Migration } from './read-migrations';

/** The advisory lock that Prisma's own engine takes, so that the two never migrate at once. */
export const MIGRATION_LOCK = 72707369;

/** The table of records, as Prisma's engine makes it. */
export const RECORD_TABLE = `create table if not exists "_prisma_migrations" (
  "id" varchar(36) primary key not null, "checksum" varchar(64) not null, "finished_at" timestamptz,
  "migration_name" varchar(255) not null, "logs" text, "rolled_back_at" timestamptz,
  "started_at" timestamptz not null default now(), "applied_steps_count" integer not null default 0)`;

/**
 * Brings the database at `url` up to `migrations` and returns the names of those applied. Each is applied and recorded in one
 * transaction; processes that start together wait for one another. Throws as planMigrations does, and CHECK_FAILED naming the
 * migration whose SQL failed, which then has changed nothing.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new AppError(
      'UNAVAILABLE',
      `The database does not answer (${(cause as Error).message}): check DATABASE_URL and that the server runs.`,
      {},
      { cause },
    );
  }
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const pending = planMigrations(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<readonly AppliedMigration[]> {
  await client.query(RECORD_TABLE);
  const { rows } = await client.query<AppliedMigration>(
    'select migration_name, checksum, finished_at, rolled_back_at from "_prisma_migrations" order by started_at',
  );
  return rows;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await applyMigration(client, migration);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new AppError(
      'CHECK_FAILED',
      `The migration ${migration.name} failed and changed nothing: ${(cause as Error).message}`,
      {},
      { cause },
    );
  }
}

/** Applies one migration and records it, in the transaction that the client is in; the table of records has to be there. */
export async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query(
    'insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) values ($1, $2, $3, now(), 1)',
    [randomUUID(), migration.checksum, migration.name],
  );
}
