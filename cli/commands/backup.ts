import type { Command } from 'commander';
import { randomIds } from '@/lib/auth/random-ids';
import { systemClock } from '@/lib/auth/system-clock';
import { readSettings } from '@/lib/config/read-settings';
import { createDatabaseClient } from '@/lib/db/client';
import { openDatabase } from '@/lib/db/open-database';
import { backUpInstance } from '@/lib/services/backup/back-up-instance';
import { rowCount } from '@/lib/services/backup/backup-manifest';
import { refuseNewFolder } from '../refuse-new-folder';

/** `backup`: everything that the instance holds in one file, also while the server runs. */
export function register(program: Command): void {
  program
    .command('backup')
    .description('write the whole instance to one new file, also while the server runs')
    .argument('<file>', 'the file to make, e.g. marginalia-2026-06-30.tar.gz')
    .option('--json', 'print one JSON document')
    .action(async (path: string, { json }: { json?: boolean }) => {
      const settings = readSettings(process.env);
      refuseNewFolder(settings);
      const database = await openDatabase(settings);
      const db = createDatabaseClient(database.url);
      try {
        const { manifest, sha256, size } = await backUpInstance({ db, url: database.url, clock: systemClock, ids: randomIds, path });
        const { id, takenAt, firms, leftOut } = manifest;
        const tables = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
        const migration = manifest.migrations.at(-1)?.name;
        process.stdout.write(
          json
            ? `${JSON.stringify({ file: path, id, takenAt, size, sha256, migration, firms: firms.map(({ name }) => name), tables, leftOut }, null, 2)}\n`
            : `${path}: ${rowCount(manifest)} rows of ${manifest.tables.length} tables, ${size} bytes, SHA-256 ${sha256}\n`,
        );
      } finally {
        await db.$disconnect();
        await database.close();
      }
    });
}
