import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { closeDb } from '@/lib/db/client';
import { createInvitation, invitationInput } from '@/lib/services/invitation/create-invitation';
import { AuthBrowser } from '@/tests/support/auth-browser';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { CLIENT, startIssuer, type TestIssuer } from '@/tests/support/oidc-issuer';

let database: TestDatabase;
let issuer: TestIssuer;
let firm: TestFirm;

beforeAll(async () => {
  database = await createTestDatabase();
  issuer = await startIssuer();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    OIDC_ISSUER: issuer.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  firm = await makeFirm(database.db);
});
afterAll(async () => {
  await closeDb();
  await issuer.close();
  await database.drop();
});

const begin = async (browser: AuthBrowser) => (await browser.post('/api/auth/signin/oidc', { callbackUrl: '/' })).url;

/** Goes through the provider as a person with these claims does; gives who is signed in then, or the word of the refusal. */
async function signIn(claims: Record<string, unknown>) {
  const browser = new AuthBrowser();
  const response = await browser.get(issuer.approve(await begin(browser), claims));
  const error = new URL(response.headers.get('location') ?? '', browser.origin).searchParams.get('error');
  return { actor: await memberOfCookie(database.db, browser.cookieHeader, new Date()), error };
}

const memberCount = () => database.db.member.count();

describe('signing in through an OpenID Connect provider', () => {
  it('asks the provider with PKCE, state and nonce', async () => {
    const query = new URL(await begin(new AuthBrowser())).searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email profile',
    });
    for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name)?.length).toBeGreaterThan(20);
  });

  it('links a member by verified address once, and knows the identity afterwards whatever its address', async () => {
    const sub = randomUUID();
    const first = await signIn({ sub, email: firm.emailOf('legal').toUpperCase(), email_verified: true });
    expect(first).toMatchObject({ actor: { memberId: firm.memberId('legal') }, error: null });
    expect(await signIn({ sub, email: 'renamed@example.test' })).toMatchObject({ actor: { memberId: firm.memberId('legal') } });
    expect(await database.db.auditEvent.count({ where: { firmId: firm.firmId, type: 'member.identity-linked' } })).toBe(1);
  });

  it('hands a linked member over to no other identity', async () => {
    const email = firm.emailOf('risk');
    expect((await signIn({ sub: randomUUID(), email, email_verified: true })).actor).not.toBeNull();
    expect(await signIn({ sub: randomUUID(), email, email_verified: true })).toEqual({ actor: null, error: 'not-invited' });
  });

  it.each([
    ['without a verified address', { email_verified: false }, 'unverified'],
    ['that says nothing of its address being verified', {}, 'unverified'],
    ['that nobody invited', { email: 'stranger@example.test', email_verified: true }, 'not-invited'],
  ])('refuses an identity %s, and makes no member', async (_name, claims, error) => {
    const before = await memberCount();
    expect(await signIn({ sub: randomUUID(), email: firm.emailOf('approver'), ...claims })).toEqual({ actor: null, error });
    expect(await memberCount()).toBe(before);
  });

  it('lets the person in who was invited under that address, once the invitation is open', async () => {
    const email = 'grace@harbor.example';
    const claims = { sub: randomUUID(), email, email_verified: true, name: 'Grace Observer' };
    expect(await signIn(claims)).toMatchObject({ error: 'not-invited' });
    // the server's own clock decides here, so the invitation is made by it
    const ctx = { ...firm.ctxAs('administrator'), clock: () => new Date() };
    await createInvitation(ctx, invitationInput.parse({ role: 'observer', email }), randomBytes);
    expect(await signIn(claims)).toMatchObject({ actor: { firmId: firm.firmId, role: 'observer', name: 'Grace Observer' }, error: null });
    expect(await signIn({ ...claims, sub: randomUUID() })).toMatchObject({ actor: null });
  });

  it('refuses a suspended member', async () => {
    const sub = randomUUID();
    const email = firm.emailOf('observer');
    await signIn({ sub, email, email_verified: true });
    await database.db.member.update({ where: { id: firm.memberId('observer') }, data: { suspendedAt: new Date() } });
    expect(await signIn({ sub, email, email_verified: true })).toEqual({ actor: null, error: 'suspended' });
  });

  it('refuses an answer that this browser did not ask for, before it asks for tokens', async () => {
    const claims = { sub: randomUUID(), email: firm.emailOf('administrator'), email_verified: true };
    const address = issuer.approve(await begin(new AuthBrowser()), claims);
    const before = issuer.tokens();
    const victim = new AuthBrowser();
    await begin(victim);
    await victim.get(address);
    expect(await memberOfCookie(database.db, victim.cookieHeader, new Date())).toBeNull();
    expect(issuer.tokens()).toBe(before);
  });

  it('refuses an ID token for another client', async () => {
    const claims = { sub: randomUUID(), email: firm.emailOf('administrator'), email_verified: true, aud: 'somebody else' };
    expect(await signIn(claims)).toMatchObject({ actor: null });
  });
});
