import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as exportFramework } from '@/app/api/frameworks/[key]/file/route';
import { PUT as putFramework, DELETE as removeFramework } from '@/app/api/frameworks/[key]/route';
import { POST as postFramework } from '@/app/api/frameworks/route';
import { POST as confirmLicence } from '@/app/api/parameters/[id]/licence/route';
import { POST as postParameters } from '@/app/api/parameters/route';
import { closeDb } from '@/lib/db/client';
import { LICENCE_STATEMENT } from '@/lib/services/parameters/parameter-kind';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { syntheticPackJson } from '@/tests/support/synthetic-simm-pack';

let database: TestDatabase;
let firm: TestFirm;
let other: TestFirm;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  firm = await makeFirm(database.db);
  other = await makeFirm(database.db);
});
afterAll(async () => {
  await closeDb();
  await database.drop();
});

const ORIGIN = 'http://localhost:4799';

async function call(
  route: typeof postFramework,
  input: { cookie?: string; params?: Record<string, string>; body?: unknown; query?: string; method?: string },
) {
  const { cookie = '', params, body, query = '', method = 'POST' } = input;
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { host: 'localhost:4799', origin: ORIGIN, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const response = await route(new Request(`${ORIGIN}/api/anything${query}`, { method, headers, ...json }), {
    params: Promise.resolve(params),
  });
  const text = await response.text();
  return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : null, headers: response.headers };
}

describe('routes of parameter sets', () => {
  it('take a file from an administrator, say what is wrong with another, and refuse risk and strangers', async () => {
    const query = '?kind=simm&file=pack.json';
    const [administrator, risk] = [await firm.cookieAs('administrator'), await firm.cookieAs('risk')];
    const pack = syntheticPackJson();
    expect((await call(postParameters, { query, body: pack })).status).toBe(401);
    expect((await call(postParameters, { query, body: pack, cookie: risk })).status).toBe(403);
    expect((await call(postParameters, { query: '?kind=other', body: pack, cookie: administrator })).status).toBe(400);
    const refused = await call(postParameters, { query, body: {}, cookie: administrator });
    expect(refused).toMatchObject({ status: 422, json: { error: { code: 'UNREADABLE_FILE' } } });
    expect(refused.json.error.details.problems.length).toBeGreaterThan(5);
    const loaded = await call(postParameters, { query, body: pack, cookie: administrator });
    expect(loaded.status).toBe(200);
    const confirm = (cookie: string) =>
      call(confirmLicence, { params: { id: loaded.json.id }, body: { statement: LICENCE_STATEMENT }, cookie });
    expect((await confirm(await other.cookieAs('administrator'))).status).toBe(404);
    expect((await confirm(risk)).status).toBe(403);
    expect((await confirm(administrator)).status).toBe(200);
  });
});

describe('routes of frameworks', () => {
  it('copy, export, change and remove one, for its firm only', async () => {
    const [risk, stranger] = [await firm.cookieAs('risk'), await other.cookieAs('risk')];
    const { json } = await call(postFramework, { body: { copyOf: 'sec-account' }, cookie: risk });
    expect(json).toEqual({ key: 'sec-account-2' });
    const params = { key: 'sec-account-2' };
    const exported = await call(exportFramework, { params, cookie: risk, method: 'GET' });
    expect(exported.headers.get('content-disposition')).toBe('attachment; filename="sec-account-2.json"');
    expect((await call(exportFramework, { params, cookie: stranger, method: 'GET' })).status).toBe(404);
    const again = await call(postFramework, { body: { framework: exported.json }, cookie: stranger });
    expect(again.json).toEqual({ key: 'sec-account-2' });
    const stale = { contentHash: 'of another version', framework: { ...exported.json, name: 'Ours' } };
    expect((await call(putFramework, { params, body: stale, cookie: risk, method: 'PUT' })).status).toBe(409);
    expect((await call(putFramework, { params: { key: '../x' }, body: stale, cookie: risk, method: 'PUT' })).status).toBe(404);
    expect((await call(removeFramework, { params, cookie: risk, method: 'DELETE' })).status).toBe(200);
    expect((await call(exportFramework, { params, cookie: risk, method: 'GET' })).status).toBe(404);
    expect((await call(exportFramework, { params, cookie: stranger, method: 'GET' })).status).toBe(200);
  });
});
