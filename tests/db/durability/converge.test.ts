import { expect, it } from 'vitest';
import { convergeRun } from '@/tests/durability/converge/converge-run';
import type { ScheduleResult } from '@/tests/durability/converge/run-schedule';
import { createTestDatabase } from '@/tests/support/database';

it('sixty random stories of editing, partitions, reconnects and restarts end the same everywhere', async () => {
  process.env.NEXTAUTH_SECRET ??= 'only for tests';
  const database = await createTestDatabase();
  const results: ScheduleResult[] = [];
  const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
  await convergeRun(database.url, seeds, (result) => results.push(result));
  await database.drop();
  expect(results.filter(({ divergences }) => divergences.length > 0)).toEqual([]);
  expect(results).toHaveLength(60);
  expect(results.reduce((sum, { words }) => sum + words, 0)).toBeGreaterThan(500);
}, 480_000);
