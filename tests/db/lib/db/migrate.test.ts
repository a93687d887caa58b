import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '@/lib/db/migrations/migrate';
import { MIGRATIONS_FOLDER } from '@/lib/db/migrations/migrations-folder';
import { readMigrations } from '@/lib/db/migrations/read-migrations';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';

const first = { name: '1_first', sql: 'create table a (id int);', checksum: 'a' };
const second = { name: '2_second', sql: 'create table b (id int); insert into a values (1);', checksum: 'b' };

describe('migrate', () => {
  let database: TestDatabase;
  const tables = async () =>
    (
      await database.db.$queryRawUnsafe<{ name: string }[]>(
        "select table_name::text as name from information_schema.tables where table_schema = 'public' order by 1",
      )
    ).map((row) => row.name);

  beforeEach(async () => {
    database = await createTestDatabase({ empty: true });
  });
  afterEach(() => database.drop());

  it('applies what is missing, in order, once', async () => {
    expect(await migrate(database.url, [first])).toEqual(['1_first']);
    expect(await migrate(database.url, [first, second])).toEqual(['2_second']);
    expect(await migrate(database.url, [first, second])).toEqual([]);
    expect(await tables()).toEqual(['_prisma_migrations', 'a', 'b']);
  });

  it('lets two processes that start together apply each migration once', async () => {
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.url, [first, second])));
    expect(results.flat().sort()).toEqual(['1_first', '2_second']);
  });

  it('leaves nothing of a migration that fails half-way, and goes on once it is mended', async () => {
    const broken = { ...second, sql: 'create table b (id int); insert into missing values (1);' };
    await expect(migrate(database.url, [first, broken])).rejects.toThrow(/2_second failed and changed nothing: relation "missing"/);
    expect(await tables()).toEqual(['_prisma_migrations', 'a']);
    expect(await migrate(database.url, [first, second])).toEqual(['2_second']);
  });

  it('refuses a migration edited after it was applied', async () => {
    await migrate(database.url, [first]);
    await expect(migrate(database.url, [{ ...first, checksum: 'other' }])).rejects.toThrow(/1_first differs from the one applied/);
  });

  it('refuses a database that is newer than the code', async () => {
    await migrate(database.url, [first, second]);
    await expect(migrate(database.url, [first])).rejects.toThrow(/newer than this code.*2_second.*update the code/);
  });

  it('refuses to go on after a migration that another tool left unfinished', async () => {
    await migrate(database.url, [first]);
    await database.db.$executeRawUnsafe(`update "_prisma_migrations" set finished_at = null`);
    await expect(migrate(database.url, [first, second])).rejects.toThrow(/1_first was begun on this database and never finished/);
    expect(await tables()).not.toContain('b');
  });

  it('builds the whole schema from the released migrations', async () => {
    await migrate(database.url, readMigrations(MIGRATIONS_FOLDER));
    expect(await tables()).toContain('SectionUpdate');
    expect(await database.db.firm.count()).toBe(0);
  });

  it('says what to check when nobody answers at the address', async () => {
    await expect(migrate('postgresql://nobody:x@127.0.0.1:1/none', [first])).rejects.toThrow(/does not answer.*check DATABASE_URL/);
  });
});
