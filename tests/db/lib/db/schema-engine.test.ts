import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS_FOLDER, PROGRAM_ROOT } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { diffSchema } from '@/lib/db/migrations/schema-engine';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';

const schema = readFileSync(join(PROGRAM_ROOT, 'prisma', 'schema.prisma'), 'utf8');

describe('diffSchema', () => {
  let scratch: TestDatabase;
  beforeEach(async () => {
    scratch = await createTestDatabase({ empty: true });
  });
  afterEach(() => scratch.drop());

  it('finds nothing to do for the released migrations', async () => {
    expect(await diffSchema({ scratchUrl: scratch.url, schema, migrations: readMigrations(MIGRATIONS_FOLDER) })).toBeNull();
  });

  it('writes the SQL for a field that no migration has', async () => {
    const changed = schema.replace('model Firm {', 'model Firm {\n  motto String?\n');
    const sql = await diffSchema({ scratchUrl: scratch.url, schema: changed, migrations: readMigrations(MIGRATIONS_FOLDER) });
    expect(sql).toContain('ALTER TABLE "Firm" ADD COLUMN     "motto" TEXT');
  });

  it('sees a foreign key whose rule changed', async () => {
    const changed = schema.replace('references: [id], onDelete: Cascade)', 'references: [id], onDelete: Restrict)');
    expect(changed).not.toBe(schema);
    const sql = await diffSchema({ scratchUrl: scratch.url, schema: changed, migrations: readMigrations(MIGRATIONS_FOLDER) });
    expect(sql).toContain('ON DELETE RESTRICT');
  });
});
