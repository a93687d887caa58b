// Writes prisma/migrations/<time>_<name>/migration.sql for what prisma/schema.prisma has and the migrations have not.
//   npm run -s migration -- <name>       a further migration, behind all that are there
//   npm run -s drift                     checks that there is nothing to write
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS_FOLDER, PROGRAM_ROOT } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { diffSchema } from '@/lib/db/migrations/schema-engine';
import { withScratchDatabase } from './with-scratch-database';

const [argument] = process.argv.slice(2);

mkdirSync(MIGRATIONS_FOLDER, { recursive: true });
writeFileSync(join(MIGRATIONS_FOLDER, 'migration_lock.toml'), '# Prisma reads this.\nprovider = "postgresql"\n');
const schema = readFileSync(join(PROGRAM_ROOT, 'prisma', 'schema.prisma'), 'utf8');
const migrations = readMigrations(MIGRATIONS_FOLDER);
const sql = await withScratchDatabase((scratchUrl) => diffSchema({ scratchUrl, schema, migrations }));

if (argument === '--check') {
  console.log(sql === null ? 'The migrations and prisma/schema.prisma agree.' : `prisma/schema.prisma has what no migration has:\n${sql}`);
  process.exitCode = sql === null ? 0 : 1;
} else if (!argument || !/^[a-z0-9][a-z0-9-]*$/.test(argument)) {
  console.error('Name the migration, in lower case with hyphens: npm run -s migration -- add-letter-kind');
  process.exitCode = 2;
} else if (sql === null) {
  console.log('Nothing to write: the migrations and prisma/schema.prisma agree.');
} else {
  const now = Number(new Date().toISOString().replace(/\D/g, '').slice(0, 14));
  const last = Number(migrations.at(-1)?.name.slice(0, 14) ?? 0);
  const name = `${Math.max(now, last + 1)}_${argument}`;
  mkdirSync(join(MIGRATIONS_FOLDER, name), { recursive: true });
  writeFileSync(join(MIGRATIONS_FOLDER, name, 'migration.sql'), sql);
  console.log(`Wrote prisma/migrations/${name}/migration.sql`);
}
