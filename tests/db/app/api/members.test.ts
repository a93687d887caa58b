import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as exportAudit } from '@/app/api/firm/audit/export/route';
import { PATCH as patchFirm } from '@/app/api/firm/route';
import { POST as accept } from '@/app/api/invitations/accept/route';
import { POST as invite } from '@/app/api/invitations/route';
import { PATCH as patchMember } from '@/app/api/members/[id]/route';
import { DELETE as endSession } from '@/app/api/sessions/[id]/route';
import { closeDb } from '@/lib/db/client';
import { log } from '@/lib/http/log';
import { actorRoute, publicRoute } from '@/lib/http/route';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';

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
type Route = typeof patchMember;

async function call(
  route: Route,
  input: { cookie?: string; params?: Record<string, string>; body?: unknown; method?: string; headers?: Record<string, string> } = {},
) {
  const { cookie = '', params, body, method = 'POST', headers = {} } = input;
  const request = new Request(`${ORIGIN}/api/anything`, {
    method,
    headers: {
      host: 'localhost:4799',
      origin: ORIGIN,
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await route(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith('{') ? JSON.parse(text) : null, headers: response.headers };
}

describe('routes for members', () => {
  it('need a session', async () => {
    const answer = await call(patchMember, { params: { id: firm.memberId('legal') }, body: { role: 'risk' } });
    expect(answer).toMatchObject({ status: 401, json: { error: { code: 'UNAUTHENTICATED' } } });
  });

  it('refuse what other pages send, before anything else', async () => {
    const input = { cookie: await firm.cookieAs('administrator'), params: { id: firm.memberId('legal') }, body: { role: 'risk' } };
    expect(await call(patchMember, { ...input, headers: { origin: 'https://evil.example' } })).toMatchObject({ status: 403 });
    expect(await call(patchMember, { ...input, headers: { origin: '' } })).toMatchObject({ status: 403 });
    expect(await database.db.member.findUnique({ where: { id: firm.memberId('legal') } })).toMatchObject({ role: 'legal' });
  });

  it.each(['1', 'abc', "'; drop table", '00000000-0000-0000-0000-00000000000', '%00', '../x'])('answer 404 to the id %j', async (id) => {
    const answer = await call(patchMember, { cookie: await firm.cookieAs('administrator'), params: { id }, body: { role: 'risk' } });
    expect(answer).toMatchObject({ status: 404, json: { error: { code: 'NOT_FOUND' } } });
  });

  it('answer 404 to another firm’s things and to what is not there', async () => {
    const cookie = await firm.cookieAs('administrator');
    for (const id of [other.memberId('legal'), randomUUID()]) {
      expect(await call(patchMember, { cookie, params: { id }, body: { role: 'risk' } })).toMatchObject({ status: 404 });
      expect(await call(endSession, { cookie, params: { id }, method: 'DELETE' })).toMatchObject({ status: 404 });
    }
  });

  it('answer 403 with the reason to members without the right', async () => {
    const answer = await call(patchMember, {
      cookie: await firm.cookieAs('legal'),
      params: { id: firm.memberId('risk') },
      body: { role: 'observer' },
    });
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 'FORBIDDEN', message: 'Only administrators change roles.' } } });
  });

  it('answer 400 to a body that is not of the form asked for', async () => {
    const input = { cookie: await firm.cookieAs('administrator'), params: { id: firm.memberId('legal') } };
    for (const body of [{}, { role: 'king' }, { suspended: 'yes' }, { role: 'risk', firmId: other.firmId }, [], null]) {
      expect(await call(patchMember, { ...input, body })).toMatchObject({ status: 400, json: { error: { code: 'INVALID_INPUT' } } });
    }
  });

  it('refuse a body over the limit by its declared length', async () => {
    const answer = await call(patchFirm, {
      cookie: await firm.cookieAs('administrator'),
      body: {},
      headers: { 'content-length': '999999999' },
    });
    expect(answer).toMatchObject({ status: 413, json: { error: { code: 'TOO_LARGE' } } });
  });

  it('name the field that is wrong', async () => {
    const body = { name: 'A', settings: { letterheadLines: [], defaultSignatories: [{ name: '', title: '' }] } };
    const answer = await call(patchFirm, { cookie: await firm.cookieAs('administrator'), body });
    expect(answer.json.error.details.fields).toEqual({ 'settings.defaultSignatories.0.name': 'Give the name of the signatory.' });
  });

  it('take an invitation from its making to a member who joined', async () => {
    const made = await call(invite, { cookie: await firm.cookieAs('administrator'), body: { role: 'observer' } });
    expect(made.status).toBe(200);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const body = {
      token: made.json.token,
      name: 'Olga Observer',
      email: `${randomUUID()}@harbor.example`,
      password: 'granite meadow nine',
    };
    expect(await call(accept, { body })).toMatchObject({ status: 200 });
    expect(await call(accept, { body })).toMatchObject({ status: 409 });
  });

  it('refuse a session from the moment it is ended', async () => {
    const [administrator, risk] = [await firm.cookieAs('administrator'), await firm.cookieAs('risk')];
    const whoami: Route = actorRoute(async ({ ctx }) => ({ role: ctx.actor.role }));
    expect(await call(whoami, { cookie: risk, method: 'GET' })).toMatchObject({ status: 200, json: { role: 'risk' } });
    await call(endSession, { cookie: administrator, params: { id: firm.ctxAs('risk').actor.sessionId }, method: 'DELETE' });
    expect(await call(whoami, { cookie: risk, method: 'GET' })).toMatchObject({ status: 401 });
  });

  it('send the audit log as a file', async () => {
    const answer = await call(exportAudit, { cookie: await firm.cookieAs('administrator') });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"$/);
    expect(answer.text.split('\r\n')[0]).toMatch(/^sequence,at,type,/);
  });
});

describe('a defect', () => {
  it('is logged under an id, and the answer says nothing else about it', async () => {
    const logged: unknown[] = [];
    const original = log.error;
    log.error = ((fields: unknown) => void logged.push(fields)) as typeof log.error;
    try {
      const broken: Route = publicRoute(async () => {
        throw new Error('password of the database is hunter2');
      });
      const answer = await call(broken);
      expect(answer).toMatchObject({ status: 500, json: { error: { code: 'INTERNAL' } } });
      expect(answer.text).not.toContain('hunter2');
      expect(logged).toMatchObject([{ errorId: answer.json.error.details.errorId, path: '/api/anything' }]);
    } finally {
      log.error = original;
    }
  });
});
