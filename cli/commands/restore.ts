import type { Command } from 'commander';
import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import { readSettings, type Settings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/core/errors';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { openDatabase } from '@/lib/db/open-database';
import { type BackupManifest, rowCount } from '@/lib/services/backup/backup-manifest';
import { planRestore } from '@/lib/services/backup/plan-restore';
import { type Restored, restoreInstance } from '@/lib/services/backup/restore-instance';
import { verifyBackup } from '@/lib/services/backup/verify-backup';
import { freeBytes } from '../doctor/check-disk';

interface Options {
  readonly check?: boolean;
  readonly replace?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `restore`: the instance that a backup holds, whole or not at all; the server must not run. */
export function register(program: Command): void {
  program
    .command('restore')
    .description('make the instance that a backup holds, in an empty data folder; the server must not run')
    .argument('<file>', 'what `marginalia backup` wrote')
    .option('--check', 'only read the file to its end and say whether it is whole and fits this release')
    .option('--replace', 'replace the instance that is there: all of it is lost; needs --yes')
    .option('--yes', 'with --replace: yes, what is there may be lost')
    .option('--json', 'print one JSON document')
    .action(async (path: string, options: Options, command: Command) => {
      if (options.replace && !options.yes) command.error('error: --replace deletes the instance that is there: back it up, then add --yes');
      process.stderr.write('Verifying the backup …\n');
      const manifest = await verifyBackup(path);
      const { after } = planRestore(readMigrations(MIGRATIONS_FOLDER), manifest);
      const done = options.check
        ? { migrated: after.map(({ name }) => name), replaced: [] }
        : await restore(path, manifest, options.replace ?? false);
      const { id, takenAt, firms } = manifest;
      const said = { id, takenAt, restored: !options.check, rows: rowCount(manifest), firms: firms.map(({ name }) => name), ...done };
      process.stdout.write(options.json ? `${JSON.stringify(said, null, 2)}\n` : `${describe(manifest, done, options)}\n`);
    });
}

async function restore(path: string, manifest: BackupManifest, replace: boolean): Promise<Restored> {
  const settings = readSettings(process.env);
  const migrations = readMigrations(MIGRATIONS_FOLDER);
  // before a database is made for it
  refuseWithoutRoom(settings, manifest);
  const database = await openDatabase(settings);
  try {
    return await restoreInstance({ url: database.url, path, manifest, migrations, replace, clock: systemClock, ids: randomIds });
  } finally {
    await database.close();
  }
}

/** The built-in database needs about what the tables unpack to. */
function refuseWithoutRoom({ databaseUrl, dataFolder }: Settings, manifest: BackupManifest): void {
  if (databaseUrl) return;
  const free = freeBytes(dataFolder);
  const needed = manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0);
  if (free > needed) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1e6);
  throw new AppError(
    'UNAVAILABLE',
    `The disk of ${dataFolder} has ${megabytes(free)} MB free and the backup needs ${megabytes(needed)} MB: make room first. Nothing was changed.`,
  );
}

function describe({ takenAt, firms }: BackupManifest, { migrated, replaced }: Restored, { check }: Options): string {
  const names = firms.map(({ name }) => name).join(', ');
  const later = migrated.length > 0 ? ` ${migrated.length} later migrations ${check ? 'would be' : 'were'} applied.` : '';
  if (check) return `The backup is whole: ${names}, as of ${takenAt}.${later}`;
  const gone = replaced.length > 0 ? ` What was there (${replaced.join(', ')}) is gone.` : '';
  return `Restored: ${names}, as of ${takenAt}.${later}${gone} Everybody signs in again.`;
}
