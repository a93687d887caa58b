import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as correct } from '@/app/api/requests/[id]/outline/route';
import { GET as read } from '@/app/api/requests/[id]/route';
import { POST as byNumber } from '@/app/api/requests/by-number/route';
import { GET as list, POST as upload } from '@/app/api/requests/route';
import { closeDb } from '@/lib/db/client';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { asXml } from '@/tests/support/register-document';
import { SAMPLE_REQUEST } from '@/tests/support/sample-request-model';

let database: TestDatabase;
let firm: TestFirm;

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  firm = await makeFirm(database.db);
});
afterAll(async () => {
  await closeDb();
  await database.drop();
});

const ORIGIN = 'http://localhost:4798';
const XML = asXml(SAMPLE_REQUEST);
const MIB = 1024 * 1024;

interface Call {
  readonly path?: string;
  readonly params?: Record<string, string>;
  readonly body?: BodyInit;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly role?: 'legal' | 'risk' | 'administrator';
}

async function call(
  route: typeof read,
  { path = '/api/requests', params = {}, body, method = 'POST', headers = {}, role = 'legal' }: Call = {},
) {
  const request = new Request(`${ORIGIN}${path}`, {
    method,
    headers: { host: 'localhost:4798', origin: ORIGIN, cookie: await firm.cookieAs(role), ...headers },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit);
  const response = await route(request, { params: Promise.resolve(params) });
  return { status: response.status, json: await response.json() };
}

const json = { 'content-type': 'application/json' };

describe('the routes of requests', () => {
  it('take a file as the body, its name in the query, and list it afterwards', async () => {
    const imported = await call(upload, { path: '/api/requests?name=release.xml', body: XML });
    expect(imported).toMatchObject({ status: 200, json: { number: 1, questions: 12, unchanged: false } });
    const { requestId, versionId } = imported.json;
    expect((await call(list, { method: 'GET' })).json.requests).toMatchObject([{ id: requestId, questionCount: 12 }]);
    expect((await call(read, { method: 'GET', params: { id: requestId } })).json).toMatchObject({
      versions: [{ id: versionId, fileName: 'release.xml' }],
    });
    const corrected = await call(correct, {
      params: { id: requestId },
      headers: json,
      body: JSON.stringify({ fromVersionId: versionId, edits: [{ kind: 'delete-question', question: 'II.A/1' }], note: 'no question' }),
    });
    expect(corrected).toMatchObject({ status: 200, json: { number: 2 } });
  });

  it('refuse a body of 200 MB by its declared length, before a byte of it is read', async () => {
    let read = false;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          read = true;
          controller.enqueue(new Uint8Array(MIB));
        },
      },
      { highWaterMark: 0 },
    );
    const answer = await call(upload, { body, headers: { 'content-length': String(200 * MIB) } });
    expect(answer).toMatchObject({ status: 413, json: { error: { code: 'TOO_LARGE' } } });
    expect(read).toBe(false);
  });

  it('stop an endless body soon after the limit', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(MIB));
      },
    });
    expect(await call(upload, { body })).toMatchObject({ status: 413, json: { error: { code: 'TOO_LARGE' } } });
    expect(sent).toBeLessThan(25);
  });

  it.each([
    ['an empty body', '', 'empty'],
    ['hostile XML', '<!DOCTYPE a [<!ENTITY x "y">]><PRORULE>&x;</PRORULE>', 'xml-doctype'],
    ['half a document', XML.slice(0, XML.length / 2), 'truncated'],
    ['positions', 'position_id,product\n1,irs\n', 'not-a-request'],
  ])('refuse %s with what is wrong', async (_, body, code) => {
    expect(await call(upload, { body })).toMatchObject({
      status: 422,
      json: { error: { code: 'UNREADABLE_FILE', details: { problems: [{ code }] } } },
    });
  });

  it('refuse corrections of a form that nobody knows', async () => {
    const answer = await call(correct, {
      params: { id: '11111111-1111-4111-8111-111111111111' },
      headers: json,
      body: JSON.stringify({ fromVersionId: '11111111-1111-4111-8111-111111111111', edits: [{ kind: 'drop-table' }] }),
    });
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'INVALID_INPUT' } } });
  });

  it('answer 404 to ids that are none, in the path and in the query', async () => {
    expect(await call(read, { method: 'GET', params: { id: 'abc' } })).toMatchObject({ status: 404 });
    expect(await call(upload, { path: '/api/requests?request=abc', body: XML })).toMatchObject({ status: 404 });
  });

  it('let nobody but legal and administrators import', async () => {
    expect(await call(upload, { body: XML, role: 'risk' })).toMatchObject({ status: 403, json: { error: { code: 'FORBIDDEN' } } });
  });

  it('stop a member who imports without end, and say when to try again', async () => {
    const number = {
      path: '/api/requests/by-number',
      headers: json,
      body: JSON.stringify({ number: 'nonsense' }),
      role: 'administrator' as const,
    };
    for (let tries = 0; tries < 20; tries += 1) expect((await call(byNumber, number)).status).toBe(400);
    expect(await call(byNumber, number)).toMatchObject({
      status: 429,
      json: { error: { code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } } },
    });
  });
});
