import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabaseClient } from '@/lib/db/client';
import type { PrismaClient } from '@/lib/generated/prisma/client';

/** A migrated, empty database of a test's own. */
export interface TestDatabase {
  readonly db: PrismaClient;
  readonly url: string;
  drop(): Promise<void>;
}

/** Clones the migrated template; call it in `beforeAll` (or `beforeEach`) and `drop` in the matching `after`. */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const adminUrl = inject('databaseUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(adminUrl, `create database ${name}${options.empty ? '' : ' template marginalia_template'}`);
  const url = adminUrl.replace(/[^/]+$/, name);
  const db = createDatabaseClient(url);
  return {
    db,
    url,
    drop: async () => {
      await db.$disconnect();
      await administer(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
