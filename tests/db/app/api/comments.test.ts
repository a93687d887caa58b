import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { PATCH as changeComment } from '@/app/api/comments/[id]/route';
import { PATCH as markNotice } from '@/app/api/inbox/[id]/route';
import { GET as inbox, PATCH as markAll } from '@/app/api/inbox/route';
import { GET as list, POST as start } from '@/app/api/letters/[id]/threads/route';
import { POST as answer } from '@/app/api/threads/[id]/comments/route';
import { PATCH as changeThread } from '@/app/api/threads/[id]/route';
import { closeDb } from '@/lib/db/client';
import { ROLES, type Role } from '@/lib/policies/actor';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
let sectionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeDb();
  await database.drop();
});
beforeEach(async () => {
  firm = await makeFirm(database.db);
  ({
    letterId,
    sectionIds: [sectionId = ''],
  } = await makeLetter(firm));
});

const ORIGIN = 'http://localhost:4798';

async function call(route: typeof list, id: string, body?: unknown, { role = 'legal', of = firm }: { role?: Role; of?: TestFirm } = {}) {
  const method = body === undefined ? 'GET' : 'POST';
  const headers = { host: 'localhost:4798', origin: ORIGIN, cookie: await of.cookieAs(role), 'content-type': 'application/json' };
  const request = new Request(`${ORIGIN}/api`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const response = await route(request, { params: Promise.resolve({ id }) });
  return { status: response.status, json: await response.json() };
}

const thread = (more: object = {}) => ({ sectionId, anchor: { kind: 'section' }, text: 'Why?', ...more });

it('begin, answer, change and close threads, and fill the inbox', async () => {
  const { json: begun } = await call(start, letterId, thread({ mentions: [firm.memberId('risk')] }));
  expect((await call(answer, begun.threadId, { text: 'Because.' }, { role: 'risk' })).status).toBe(200);
  expect((await call(changeComment, begun.commentId, { text: 'Why so?' })).status).toBe(200);
  expect((await call(changeThread, begun.threadId, { assigneeId: firm.memberId('risk') })).status).toBe(200);
  expect((await call(changeThread, begun.threadId, { resolved: true })).status).toBe(200);
  const { json } = await call(list, letterId, undefined, { role: 'observer' });
  expect(json.threads).toMatchObject([{ comments: [{ text: 'Why so?' }, { text: 'Because.' }], assignee: { name: 'Risk Member' } }]);
  const waiting = await call(inbox, letterId, undefined, { role: 'risk' });
  expect(waiting.json).toMatchObject({ unread: 3 });
  const [notice] = waiting.json.notices;
  expect((await call(markNotice, notice.id, { read: true }, { role: 'legal' })).status).toBe(404);
  expect((await call(markNotice, notice.id, { read: true }, { role: 'risk' })).status).toBe(200);
  expect((await call(markAll, letterId, { read: true }, { role: 'risk' })).json).toEqual({ marked: 2 });
});

it.each(ROLES.filter((role) => role !== 'legal'))('answer “not found” to %s for everything privileged', async (role) => {
  const { json: begun } = await call(start, letterId, thread({ privileged: true, text: 'Secret.' }));
  expect((await call(list, letterId, undefined, { role })).json.threads).toEqual([]);
  const asked = [
    await call(answer, begun.threadId, { text: 'x' }, { role }),
    await call(changeThread, begun.threadId, { resolved: true }, { role }),
    await call(changeThread, begun.threadId, { assigneeId: null }, { role }),
    await call(changeComment, begun.commentId, { text: 'x' }, { role }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await call(start, letterId, thread({ privileged: true }), { role })).status).toBe(403);
});

it('let nobody make a thread public or privileged afterwards', async () => {
  const { json: begun } = await call(start, letterId, thread({ privileged: true }));
  expect((await call(changeThread, begun.threadId, { privileged: false })).status).toBe(400);
  expect((await call(changeThread, begun.threadId, { resolved: true, privileged: false })).status).toBe(400);
});

it('answer “not found” to another firm', async () => {
  const { json: begun } = await call(start, letterId, thread());
  const of = await makeFirm(database.db, 'Another firm');
  const asked = [
    await call(list, letterId, undefined, { of }),
    await call(start, letterId, thread(), { of }),
    await call(answer, begun.threadId, { text: 'x' }, { of }),
    await call(changeThread, begun.threadId, { resolved: true }, { of }),
    await call(changeComment, begun.commentId, { text: 'x' }, { of }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
});

it('hold back whoever sends more comments than a person writes', async () => {
  const { json: begun } = await call(start, letterId, thread());
  const at = new Date();
  await database.db.rateWindow.update({ where: { key: `comment:${firm.memberId('legal')}` }, data: { startedAt: at, count: 120 } });
  expect((await call(answer, begun.threadId, { text: 'x' })).status).toBe(429);
  expect((await call(answer, begun.threadId, { text: 'x' }, { role: 'risk' })).status).toBe(200);
});
