import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { verifyAuditLog } from '@/lib/services/audit/verify-audit-log';
import { completeSetup } from '@/lib/services/firm/complete-setup';
import { ensureSetupToken } from '@/lib/services/firm/ensure-setup-token';
import { setupState } from '@/lib/services/firm/setup-state';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { TEST_NOW } from '@/tests/support/firm';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const context = () => ({ db: database.db, clock: () => TEST_NOW, ids: () => randomUUID() });
const newToken = () => ensureSetupToken({ db: database.db, random: randomBytes });
const input = (token: string | null) => ({
  token: token ?? '',
  firmName: 'Harbor Street Securities LLC',
  name: 'Ada Counsel',
  email: 'ada@harbor.example',
  password: 'quiet harbor lantern',
});

describe('the first run', () => {
  it('makes the firm and an administrator who can sign in, and writes it down', async () => {
    const ctx = await completeSetup(context(), input(await newToken()));
    expect(ctx.actor).toMatchObject({ role: 'administrator', name: 'Ada Counsel' });
    const session = await signInWithPassword(context(), {
      email: 'ADA@harbor.example ',
      password: 'quiet harbor lantern',
      address: '127.0.0.1',
      userAgent: '',
    });
    expect(session).toMatch(/^[0-9a-f-]{36}$/);
    expect(await verifyAuditLog(ctx)).toMatchObject({ whole: true, events: '3' });
  });

  it('keeps neither the token nor the password', async () => {
    const token = await newToken();
    expect(JSON.stringify(await database.db.instance.findMany())).not.toContain(token);
    await completeSetup(context(), input(token));
    const [member] = await database.db.member.findMany();
    expect(member?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(await database.db.auditEvent.findMany({ select: { data: true } }))).not.toContain('lantern');
  });

  it('takes only the link of the latest start', async () => {
    const [old, latest] = [await newToken(), await newToken()];
    expect(await setupState(context(), old ?? '')).toBe('wrong-token');
    await expect(completeSetup(context(), input(old))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(completeSetup(context(), input(''))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await setupState(context(), latest ?? '')).toBe('open');
  });

  it('works once, also when two send it at the same moment', async () => {
    const token = await newToken();
    const both = await Promise.allSettled([
      completeSetup(context(), input(token)),
      completeSetup(context(), { ...input(token), email: 'b@b.example' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database.db.firm.count()).toBe(1);
    await expect(completeSetup(context(), input(token))).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await setupState(context(), token ?? '')).toBe('done');
    expect(await newToken()).toBeNull();
  });

  it('refuses a weak password and stays open', async () => {
    const token = await newToken();
    await expect(completeSetup(context(), { ...input(token), password: 'password1234' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: { password: expect.any(String) } },
    });
    expect(await setupState(context(), token ?? '')).toBe('open');
  });
});
