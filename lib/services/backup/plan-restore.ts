import { AppError } from '@/lib/core/errors';
import type { Migration } from '@/lib/db/migrations/read-migrations';
import type { BackupManifest } from './backup-manifest';

/** The migrations that make the tables as they were, and those that follow when they are filled. */
export interface RestorePlan {
  readonly before: readonly Migration[];
  readonly after: readonly Migration[];
}

/** How a backup comes into this release. Throws CHECK_FAILED where it is newer than the program, or of a database that a changed migration made. */
export function planRestore(known: readonly Migration[], { migrations }: Pick<BackupManifest, 'migrations'>): RestorePlan {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  const before = migrations.map(({ name, checksum }) => {
    const migration = byName.get(name);
    if (!migration) {
      throw new AppError(
        'CHECK_FAILED',
        `The backup is newer than this program (its database has the migration ${name}): update the program, then restore.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new AppError(
        'CHECK_FAILED',
        `The migration ${name} of this program is not the one that the backup's database was made with: restore with the release that made the backup.`,
      );
    }
    byName.delete(name);
    return migration;
  });
  return { before, after: known.filter(({ name }) => byName.has(name)) };
}
