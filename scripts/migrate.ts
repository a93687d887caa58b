// Brings the database (DATABASE_URL, or the one of the data folder) up to this release; `npm start` does the same.
import { readSettings } from '@/lib/config/read-settings';
import { AppError } from '@/lib/core/errors';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { openDatabase } from '@/lib/db/open-database';

try {
  const database = await openDatabase(readSettings(process.env));
  try {
    const applied = await migrate(database.url, readMigrations(MIGRATIONS_FOLDER));
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
