import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { changeRoomText } from '@/lib/services/room/change-room-text';
import { joinRoom, startCollab, until } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm } from '@/tests/support/firm';
import { makeSection } from '@/tests/support/letter-section';
import { doc, p } from '@/tests/support/section-body';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Fails where it is waited for, as Prisma's own promises do: a question that nobody waits for any more fails nowhere. */
function noAnswer(): Promise<never> {
  const failed = Promise.reject(new Error('the database does not answer'));
  failed.catch(() => {});
  return failed;
}

it('what a service wrote is shown although the database did not answer when it was to be read', async () => {
  const firm = await makeFirm(database.db);
  const section = await makeSection(database.db, firm.firmId, firm.memberId('legal'));
  let away = false;
  const faltering = new Proxy(database.db, {
    get: (db, name) => {
      const value = Reflect.get(db, name);
      if (typeof value !== 'function') return value;
      return away ? noAnswer : value.bind(db);
    },
  }) as PrismaClient;
  const server = await startCollab(faltering);
  const client = joinRoom(server.host, { room: section.room, cookie: await firm.cookieAs('legal') });
  await client.synced();
  away = true;
  const change = () => doc({ ...p('Decided.'), attrs: { id: 'decided' } });
  await database.db.$transaction((tx) => changeRoomText(firm.ctxAs('legal'), tx, { sectionId: section.sectionId, memberId: null, change }));
  await until(() => server.errors.some(({ message }) => message.startsWith('what a log holds could not be shown')));
  expect(client.text()).toBe('First.');
  away = false;
  await until(() => client.text() === 'Decided.');
  client.leave();
  await server.stop();
});
