import { AppError } from '@/lib/core/errors';
import type { Migration } from './read-migrations';

/** A row of `_prisma_migrations`. */
export interface AppliedMigration {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
  readonly rolled_back_at: Date | null;
}

/**
 * The migrations still to apply. Refuses (CHECK_FAILED) a database newer than the code, one with an unfinished migration,
 * and a migration edited after it was applied: applying more would make either worse.
 */
export function planMigrations(known: readonly Migration[], rows: readonly AppliedMigration[]): readonly Migration[] {
  const applied = rows.filter((row) => row.rolled_back_at === null);
  const unfinished = applied.find((row) => row.finished_at === null);
  if (unfinished) {
    throw new AppError(
      'CHECK_FAILED',
      `The migration ${unfinished.migration_name} was begun on this database and never finished: restore a backup, or mend it by hand with \`prisma migrate resolve\`.`,
    );
  }
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = byName.get(row.migration_name);
    if (!migration) {
      throw new AppError(
        'CHECK_FAILED',
        `The database is newer than this code (it has the migration ${row.migration_name}): update the code, or restore a backup made with this release.`,
      );
    }
    if (migration.checksum !== row.checksum) {
      throw new AppError(
        'CHECK_FAILED',
        `The migration ${row.migration_name} differs from the one applied to this database: bring back the file as released, or start with another data folder (MARGINALIA_DATA).`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return known.filter((migration) => !done.has(migration.name));
}
