import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearRate, limitRate } from '@/lib/http/rate-limit';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const at = (second: number) => new Date(Date.UTC(2026, 6, 1, 14, 0, second));
const act = (key: string, second: number) => limitRate(database.db, { key, limit: 3, windowSeconds: 60 }, at(second));

describe('limitRate', () => {
  it('lets the limit through in a window, refuses more, and says how long to wait', async () => {
    for (const second of [0, 10, 20]) await act('a', second);
    await expect(act('a', 30)).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 30 } });
    await expect(act('a', 59)).rejects.toMatchObject({ details: { retryAfterSeconds: 1 } });
  });

  it('opens again when the window is over, however often it was tried meanwhile', async () => {
    for (const second of [0, 0, 0]) await act('b', second);
    for (const second of [1, 40, 59]) await expect(act('b', second)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await act('b', 60);
  });

  it('counts each key by itself, and forgets a cleared one', async () => {
    for (const second of [0, 0, 0]) await act('c', second);
    await act('d', 1);
    await clearRate(database.db, 'c');
    await act('c', 2);
  });

  it('lets exactly the limit through when all come at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => act('e', 0)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('keeps no windows of days ago', async () => {
    await act('old', 0);
    await act('new', 86_400 * 2);
    expect(await database.db.rateWindow.findUnique({ where: { key: 'old' } })).toBeNull();
  });
});
