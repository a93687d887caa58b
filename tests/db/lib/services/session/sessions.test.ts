import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { SESSION_COOKIE, sessionToken } from '@/lib/auth/session-token';
import { ABSOLUTE_LIMIT_MS, IDLE_LIMIT_MS } from '@/lib/policies/session-length';
import { endOtherSessions } from '@/lib/services/session/end-other-sessions';
import { endSession } from '@/lib/services/session/end-session';
import { listSessions } from '@/lib/services/session/list-sessions';
import { startSession } from '@/lib/services/session/start-session';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const later = (ms: number) => new Date(TEST_NOW.getTime() + ms);
const start = (firm: TestFirm, role: 'legal' | 'risk' | 'administrator') =>
  startSession(firm.ctxAs(role), { memberId: firm.memberId(role), by: 'password', userAgent: 'x'.repeat(1000) });
const cookieOf = async (sessionId: string) => `theme=dark; ${SESSION_COOKIE.http}=${await sessionToken(sessionId)}; other=1`;

describe('memberOfCookie', () => {
  it('names the member of an open session, over http and https cookies', async () => {
    const firm = await makeFirm(database.db);
    const id = await start(firm, 'legal');
    const expected = { memberId: firm.memberId('legal'), firmId: firm.firmId, sessionId: id, role: 'legal' };
    expect(await memberOfCookie(database.db, await cookieOf(id), TEST_NOW)).toMatchObject(expected);
    expect(await memberOfCookie(database.db, `${SESSION_COOKIE.https}=${await sessionToken(id)}`, TEST_NOW)).toMatchObject(expected);
  });

  it.each([
    null,
    undefined,
    '',
    'x=1',
    `${SESSION_COOKIE.http}=`,
    `${SESSION_COOKIE.http}=abc.def.ghi`,
    `${SESSION_COOKIE.http}=${'a'.repeat(9000)}`,
  ])('finds nobody in the cookie header %j', async (header) => {
    expect(await memberOfCookie(database.db, header, TEST_NOW)).toBeNull();
  });

  it('finds nobody in a token of another server or of no session', async () => {
    const firm = await makeFirm(database.db);
    const id = await start(firm, 'legal');
    const secret = process.env.NEXTAUTH_SECRET;
    process.env.NEXTAUTH_SECRET = 'of another server';
    const foreign = await cookieOf(id);
    process.env.NEXTAUTH_SECRET = secret;
    expect(await memberOfCookie(database.db, foreign, TEST_NOW)).toBeNull();
    expect(await memberOfCookie(database.db, await cookieOf(firm.firmId), TEST_NOW)).toBeNull();
  });

  it('ends an unused session, slides with use, and stops sliding at the longest', async () => {
    const firm = await makeFirm(database.db);
    const cookie = await cookieOf(await start(firm, 'legal'));
    const at = (ms: number) => memberOfCookie(database.db, cookie, later(ms));
    expect(await at(IDLE_LIMIT_MS)).toBeNull();
    for (let ms = 0; ms < ABSOLUTE_LIMIT_MS; ms += IDLE_LIMIT_MS - 60_000) expect(await at(ms)).not.toBeNull();
    expect(await at(ABSOLUTE_LIMIT_MS)).toBeNull();
  });

  it('notes use at most every five minutes', async () => {
    const firm = await makeFirm(database.db);
    const id = await start(firm, 'legal');
    const seen = async (ms: number) => {
      await memberOfCookie(database.db, await cookieOf(id), later(ms));
      return (await database.db.session.findUniqueOrThrow({ where: { id } })).lastSeenAt;
    };
    expect(await seen(299_999)).toEqual(TEST_NOW);
    expect(await seen(300_000)).toEqual(later(300_000));
  });
});

describe('ending sessions', () => {
  it('refuses a revoked session at the next request', async () => {
    const firm = await makeFirm(database.db);
    const id = await start(firm, 'legal');
    const cookie = await cookieOf(id);
    expect(await endSession(firm.ctxAs('legal'), { sessionId: id })).toEqual({ signedOut: false });
    expect(await memberOfCookie(database.db, cookie, TEST_NOW)).toBeNull();
    expect(await memberOfCookie(database.db, cookie, later(600_000))).toBeNull();
  });

  it('signs out where one ends the session one is in', async () => {
    const firm = await makeFirm(database.db);
    const ctx = firm.ctxAs('risk');
    expect(await endSession(ctx, { sessionId: ctx.actor.sessionId })).toEqual({ signedOut: true });
    expect(await database.db.auditEvent.findFirst({ where: { firmId: firm.firmId } })).toMatchObject({
      type: 'session.ended',
      data: { memberId: ctx.actor.memberId, reason: 'signed-out' },
    });
  });

  it('lets administrators end everybody’s, others only their own, and nobody another firm’s', async () => {
    const [one, two] = [await makeFirm(database.db), await makeFirm(database.db)];
    const id = await start(one, 'legal');
    await expect(endSession(one.ctxAs('risk'), { sessionId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(endSession(two.ctxAs('administrator'), { sessionId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await endSession(one.ctxAs('administrator'), { sessionId: id });
    expect(await database.db.session.findUnique({ where: { id } })).toMatchObject({ revokedAt: TEST_NOW });
  });

  it('ends all but the present one', async () => {
    const firm = await makeFirm(database.db);
    const ids = [await start(firm, 'legal'), await start(firm, 'legal')];
    const foreign = await start(firm, 'risk');
    expect(await endOtherSessions(firm.ctxAs('legal'))).toEqual({ ended: 2 });
    const open = await database.db.session.findMany({ where: { id: { in: [...ids, foreign] }, revokedAt: null } });
    expect(open.map(({ id }) => id)).toEqual([foreign]);
  });

  it('lists one’s own, and for administrators the firm’s; ended ones not', async () => {
    const firm = await makeFirm(database.db);
    const ended = await start(firm, 'legal');
    await endSession(firm.ctxAs('legal'), { sessionId: ended });
    expect(await listSessions(firm.ctxAs('legal'))).toMatchObject([{ own: true, current: true }]);
    const all = await listSessions(firm.ctxAs('administrator'));
    expect(all).toHaveLength(6);
    expect(all.filter(({ own }) => own)).toHaveLength(1);
    expect(all.map(({ id }) => id)).not.toContain(ended);
  });
});
