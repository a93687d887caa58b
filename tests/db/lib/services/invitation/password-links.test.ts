import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithPassword } from '@/lib/auth/sign-in-with-password';
import { acceptInvitation } from '@/lib/services/invitation/accept-invitation';
import { createInvitation, invitationInput } from '@/lib/services/invitation/create-invitation';
import { createPasswordLink } from '@/lib/services/invitation/create-password-link';
import { listInvitations } from '@/lib/services/invitation/list-invitations';
import { resetPassword } from '@/lib/services/invitation/reset-password';
import { hashPassword } from '@/lib/services/member/password-hash';
import { suspendMember } from '@/lib/services/member/suspend-member';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const NEW = 'silver orchard ten';
const guest = (at = TEST_NOW) => ({ db: database.db, clock: () => at, ids: () => randomUUID() });

/** A firm whose legal member has a password. */
async function withPassword(): Promise<TestFirm> {
  const firm = await makeFirm(database.db);
  await database.db.member.update({
    where: { id: firm.memberId('legal') },
    data: { passwordHash: await hashPassword('granite meadow nine') },
  });
  return firm;
}
const makeLink = (firm: TestFirm) => createPasswordLink(firm.ctxAs('administrator'), { memberId: firm.memberId('legal') }, randomBytes);

describe('a link for a new password', () => {
  it('sets the password once, and ends every session of the member', async () => {
    const firm = await withPassword();
    const { token } = await makeLink(firm);
    const email = firm.emailOf('legal');
    expect(await resetPassword(guest(), { token, password: NEW })).toEqual({ email });
    expect(await database.db.session.count({ where: { memberId: firm.memberId('legal'), revokedAt: null } })).toBe(0);
    await signInWithPassword(guest(), { email, password: NEW, address: randomUUID(), userAgent: '' });
    await expect(resetPassword(guest(), { token, password: 'copper window six' })).rejects.toMatchObject({ code: 'CONFLICT' });
    const types = (await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } })).map(
      ({ type }) => type,
    );
    expect(types).toEqual(['member.password-link-made', 'member.password-changed', 'session.ended', 'session.started']);
  });

  it('ends after a day, when a newer one is made, and keeps the rule for passwords', async () => {
    const firm = await withPassword();
    const old = await makeLink(firm);
    const { token } = await makeLink(firm);
    await expect(resetPassword(guest(), { token: old.token, password: NEW })).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(resetPassword(guest(new Date(TEST_NOW.getTime() + 86_400_000)), { token, password: NEW })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(resetPassword(guest(), { token, password: 'password1234' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await resetPassword(guest(), { token, password: NEW });
  });

  it('is made by administrators only, for active members of their firm who have a password', async () => {
    const [firm, other] = [await withPassword(), await withPassword()];
    const memberId = firm.memberId('legal');
    for (const role of ['legal', 'risk', 'approver', 'observer', 'outside-counsel'] as const) {
      await expect(createPasswordLink(firm.ctxAs(role), { memberId }, randomBytes)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(createPasswordLink(other.ctxAs('administrator'), { memberId }, randomBytes)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const ctx = firm.ctxAs('administrator');
    await expect(createPasswordLink(ctx, { memberId: firm.memberId('risk') }, randomBytes)).rejects.toMatchObject({ code: 'CONFLICT' });
    await suspendMember(ctx, { memberId });
    await expect(createPasswordLink(ctx, { memberId }, randomBytes)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('stops working when the member is suspended', async () => {
    const firm = await withPassword();
    const { token } = await makeLink(firm);
    await suspendMember(firm.ctxAs('administrator'), { memberId: firm.memberId('legal') });
    await expect(resetPassword(guest(), { token, password: NEW })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is no invitation, and an invitation is no such link', async () => {
    const firm = await withPassword();
    const { token } = await makeLink(firm);
    const person = { name: 'Mallory', email: `${randomUUID()}@example.test`, password: NEW };
    await expect(acceptInvitation(guest(), { token, ...person })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await listInvitations(firm.ctxAs('administrator'))).toEqual([]);
    const invitation = await createInvitation(firm.ctxAs('administrator'), invitationInput.parse({ role: 'risk' }), randomBytes);
    await expect(resetPassword(guest(), { token: invitation.token, password: NEW })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
