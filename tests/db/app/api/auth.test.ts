import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { closeDb } from '@/lib/db/client';
import { hashPassword } from '@/lib/services/member/password-hash';
import { AuthBrowser } from '@/tests/support/auth-browser';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';

let database: TestDatabase;
let firm: TestFirm;
const PASSWORD = 'granite meadow nine';
const CALLBACK = '/api/auth/callback/credentials';

beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  firm = await makeFirm(database.db);
  await database.db.member.updateMany({ where: { firmId: firm.firmId }, data: { passwordHash: await hashPassword(PASSWORD) } });
});
afterAll(async () => {
  await closeDb();
  await database.drop();
});

const signedIn = (browser: AuthBrowser) => memberOfCookie(database.db, browser.cookieHeader, new Date());

describe('signing in with a password', () => {
  it('gives a cookie that names a session and cannot be read by scripts', async () => {
    const browser = new AuthBrowser();
    const answer = await browser.post(CALLBACK, {
      email: firm.emailOf('legal').toUpperCase(),
      password: PASSWORD,
      callbackUrl: '/letters',
    });
    expect(answer).toMatchObject({ status: 200, error: null });
    expect(new URL(answer.url).pathname).toBe('/letters');
    expect(await signedIn(browser)).toMatchObject({ memberId: firm.memberId('legal'), role: 'legal' });
    const cookie = browser.lastSetCookie('marginalia.session') ?? '';
    expect(cookie).toMatch(/^marginalia\.session=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toMatch(/Secure/);
    expect(await database.db.session.findFirst({ where: { memberId: firm.memberId('legal'), userAgent: 'Test browser' } })).not.toBeNull();
  });

  it('makes the cookie secure where the browser came over https', async () => {
    const browser = new AuthBrowser('https://letters.example');
    await browser.post(CALLBACK, { email: firm.emailOf('legal'), password: PASSWORD });
    expect(browser.lastSetCookie('marginalia.session')).toMatch(/^__Secure-marginalia\.session=.*Secure/);
    expect(await signedIn(browser)).toMatchObject({ role: 'legal' });
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const known = await new AuthBrowser().post(CALLBACK, { email: firm.emailOf('legal'), password: 'wrong' });
    const unknown = await new AuthBrowser().post(CALLBACK, { email: 'nobody@example.test', password: 'wrong' });
    expect(known).toMatchObject({ status: 401, error: 'wrong' });
    expect(unknown).toEqual(known);
  });

  it('tells a suspended member so, but only who knows the password', async () => {
    await database.db.member.update({ where: { id: firm.memberId('observer') }, data: { suspendedAt: new Date() } });
    const email = firm.emailOf('observer');
    expect(await new AuthBrowser().post(CALLBACK, { email, password: PASSWORD })).toMatchObject({ error: 'suspended' });
    expect(await new AuthBrowser().post(CALLBACK, { email, password: 'wrong' })).toMatchObject({ error: 'wrong' });
  });

  it('refuses posts from other pages and posts without the token', async () => {
    const fields = { email: firm.emailOf('legal'), password: PASSWORD };
    const browser = new AuthBrowser();
    expect(await browser.post(CALLBACK, fields, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
    await browser.post(CALLBACK, { ...fields, csrfToken: 'made up' });
    expect(await signedIn(browser)).toBeNull();
  });

  it('ends the session on the server when one signs out', async () => {
    const browser = new AuthBrowser();
    await browser.post(CALLBACK, { email: firm.emailOf('risk'), password: PASSWORD });
    const stolen = browser.cookieHeader;
    const actor = await signedIn(browser);
    await browser.post('/api/auth/signout', {});
    expect(browser.cookieHeader).not.toContain('marginalia.session');
    expect(await memberOfCookie(database.db, stolen, new Date())).toBeNull();
    expect(await database.db.session.findUnique({ where: { id: actor?.sessionId } })).toMatchObject({ revokedAt: expect.any(Date) });
  });

  it('never sends a browser to another server afterwards', async () => {
    const answer = await new AuthBrowser().post(CALLBACK, {
      email: firm.emailOf('legal'),
      password: PASSWORD,
      callbackUrl: 'https://evil.example/',
    });
    expect(new URL(answer.url).origin).toBe('http://localhost:4799');
  });

  it('closes an e-mail address after ten wrong tries, whether it is known or not, and says for how long', async () => {
    for (const email of [firm.emailOf('approver'), 'unknown@example.test']) {
      const answers: (string | null)[] = [];
      for (let attempt = 0; attempt < 11; attempt += 1) {
        const headers = { 'x-forwarded-for': randomUUID() };
        answers.push((await new AuthBrowser().post(CALLBACK, { email, password: 'wrong' }, headers)).error);
      }
      expect(answers.slice(0, 10)).toEqual(Array(10).fill('wrong'));
      expect(answers[10]).toMatch(/^wait-(8\d\d|900)$/);
    }
    const right = await new AuthBrowser().post(CALLBACK, { email: firm.emailOf('approver'), password: PASSWORD });
    expect(right.error).toMatch(/^wait-/);
  });

  it('closes a network address after forty tries', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    await database.db.rateWindow.create({ data: { key: 'sign-in:address:203.0.113.9', startedAt: new Date(), count: 39 } });
    const attempt = () => new AuthBrowser().post(CALLBACK, { email: `${randomUUID()}@example.test`, password: 'wrong' }, headers);
    expect((await attempt()).error).toBe('wrong');
    expect((await attempt()).error).toMatch(/^wait-/);
  });
});
