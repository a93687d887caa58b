import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { ROOM_REFUSALS, type RoomRefusal } from '@/lib/letter/schema/room-refusal';
import { joinRoom, startCollab, until } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm } from '@/tests/support/firm';
import { makeSection } from '@/tests/support/letter-section';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The database, but one of its tables does not answer. */
const without = (table: 'session' | 'section'): PrismaClient => {
  const away = () => Promise.reject(new Error('the database does not answer'));
  return new Proxy(database.db, {
    get: (db, name) => (name === table ? { findUnique: away, findFirst: away, findMany: away } : Reflect.get(db, name)),
  });
};

it.each(['session', 'section'] as const)(
  'a room is refused so that its client asks again, while the database does not answer for a %s',
  async (table) => {
    const firm = await makeFirm(database.db);
    const section = await makeSection(database.db, firm.firmId, firm.memberId('legal'));
    const server = await startCollab(without(table));
    const client = joinRoom(server.host, { room: section.room, cookie: await firm.cookieAs('legal') });
    await until(() => client.refusals.length > 0);
    const reason = client.refusals[0] as RoomRefusal;
    expect(reason).toBe('load-failed');
    expect(ROOM_REFUSALS[reason].next).toBe('retry');
    client.leave();
    await server.stop();
  },
);
