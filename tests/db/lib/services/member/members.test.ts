import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { changePassword } from '@/lib/services/member/change-password';
import { changeRole } from '@/lib/services/member/change-role';
import { listMembers } from '@/lib/services/member/list-members';
import { hashPassword } from '@/lib/services/member/password-hash';
import { reactivateMember } from '@/lib/services/member/reactivate-member';
import { suspendMember } from '@/lib/services/member/suspend-member';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW } from '@/tests/support/firm';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const roles = async (firmId: string) =>
  Object.fromEntries((await database.db.member.findMany({ where: { firmId } })).map(({ id, role }) => [id, role]));

describe('members', () => {
  it('lists the members of the own firm, with what may be done about each', async () => {
    const firm = await makeFirm(database.db);
    await makeFirm(database.db);
    const members = await listMembers(firm.ctxAs('administrator'));
    expect(members.map(({ id }) => id).sort()).toEqual(Object.keys(await roles(firm.firmId)).sort());
    expect(members.find(({ self }) => self)).toMatchObject({
      role: 'administrator',
      mayChangeRole: { allowed: false },
      maySuspend: { allowed: false },
    });
    expect(members.find(({ role }) => role === 'legal')).toMatchObject({ mayChangeRole: { allowed: true }, maySuspend: { allowed: true } });
    expect((await listMembers(firm.ctxAs('observer'))).every(({ maySuspend }) => !maySuspend.allowed)).toBe(true);
    await expect(listMembers(firm.ctxAs('outside-counsel'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('changes a role, which counts from the next request on', async () => {
    const firm = await makeFirm(database.db);
    await changeRole(firm.ctxAs('administrator'), { memberId: firm.memberId('observer'), role: 'risk' });
    expect(await memberOfCookie(database.db, await firm.cookieAs('observer'), TEST_NOW)).toMatchObject({ role: 'risk' });
    expect(await database.db.auditEvent.findFirst({ where: { firmId: firm.firmId } })).toMatchObject({
      type: 'member.role-changed',
      actorId: firm.memberId('administrator'),
      data: { from: 'observer', to: 'risk' },
    });
  });

  it('lets no one but administrators change anything', async () => {
    const firm = await makeFirm(database.db);
    for (const role of ['legal', 'risk', 'approver', 'observer', 'outside-counsel'] as const) {
      const ctx = firm.ctxAs(role);
      const memberId = firm.memberId(role);
      await expect(changeRole(ctx, { memberId, role: 'administrator' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(suspendMember(ctx, { memberId: firm.memberId('administrator') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(reactivateMember(ctx, { memberId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('says NOT_FOUND for the members of another firm', async () => {
    const [one, two] = [await makeFirm(database.db), await makeFirm(database.db)];
    const ctx = one.ctxAs('administrator');
    const memberId = two.memberId('legal');
    await expect(changeRole(ctx, { memberId, role: 'observer' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(suspendMember(ctx, { memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reactivateMember(ctx, { memberId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await roles(two.firmId))[memberId]).toBe('legal');
  });

  it('keeps the last administrator, also when two remove each other at the same moment', async () => {
    const firm = await makeFirm(database.db);
    const [first, second] = [firm.ctxAs('administrator'), firm.ctxAs('legal')];
    await expect(changeRole(first, { memberId: first.actor.memberId, role: 'legal' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await changeRole(first, { memberId: second.actor.memberId, role: 'administrator' });
    const promoted = { ...second, actor: { ...second.actor, role: 'administrator' as const } };
    const both = await Promise.allSettled([
      suspendMember(first, { memberId: second.actor.memberId }),
      suspendMember(promoted, { memberId: first.actor.memberId }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database.db.member.count({ where: { firmId: firm.firmId, role: 'administrator', suspendedAt: null } })).toBe(1);
  });

  it('suspends at once, sessions included, and reactivates without giving them back', async () => {
    const firm = await makeFirm(database.db);
    const ctx = firm.ctxAs('administrator');
    const memberId = firm.memberId('risk');
    const cookie = await firm.cookieAs('risk');
    expect(await memberOfCookie(database.db, cookie, TEST_NOW)).not.toBeNull();
    await suspendMember(ctx, { memberId });
    expect(await memberOfCookie(database.db, cookie, TEST_NOW)).toBeNull();
    await expect(suspendMember(ctx, { memberId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await reactivateMember(ctx, { memberId });
    expect(await memberOfCookie(database.db, cookie, TEST_NOW)).toBeNull();
    const types = (await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } })).map(
      ({ type }) => type,
    );
    expect(types).toEqual(['member.suspended', 'session.ended', 'member.reactivated']);
  });

  it('changes one’s own password and ends one’s other sessions', async () => {
    const firm = await makeFirm(database.db);
    const ctx = firm.ctxAs('legal');
    const { db } = database;
    await db.member.update({ where: { id: ctx.actor.memberId }, data: { passwordHash: await hashPassword('granite meadow nine') } });
    const signIn = (password: string) =>
      signInWithPassword(
        { db, clock: () => TEST_NOW, ids: randomUUID },
        { email: firm.emailOf('legal'), password, address: randomUUID(), userAgent: '' },
      );
    const other = await signIn('granite meadow nine');
    await expect(changePassword(ctx, { current: 'wrong', next: 'silver orchard ten' })).rejects.toMatchObject({
      details: { fields: { current: expect.any(String) } },
    });
    await expect(changePassword(ctx, { current: 'granite meadow nine', next: 'password1234' })).rejects.toMatchObject({
      details: { fields: { next: expect.any(String) } },
    });
    await changePassword(ctx, { current: 'granite meadow nine', next: 'silver orchard ten' });
    expect(await db.session.findUnique({ where: { id: other } })).toMatchObject({ revokedAt: TEST_NOW });
    expect(await db.session.findUnique({ where: { id: ctx.actor.sessionId } })).toMatchObject({ revokedAt: null });
    await expect(signIn('granite meadow nine')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await signIn('silver orchard ten');
  });
});
