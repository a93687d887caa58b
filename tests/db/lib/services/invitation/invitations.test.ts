import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation } from '@/lib/services/invitation/accept-invitation';
import { createInvitation, invitationInput } from '@/lib/services/invitation/create-invitation';
import { listInvitations } from '@/lib/services/invitation/list-invitations';
import { readInvitation } from '@/lib/services/invitation/read-invitation';
import { revokeInvitation } from '@/lib/services/invitation/revoke-invitation';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const DAY = 86_400_000;
const guest = (at = TEST_NOW) => ({ db: database.db, clock: () => at, ids: () => randomUUID() });
const invite = (firm: TestFirm, input: Record<string, unknown> = {}) =>
  createInvitation(firm.ctxAs('administrator'), invitationInput.parse({ role: 'risk', ...input }), randomBytes);
const person = (token: string, email = `grace.${randomUUID()}@harbor.example`) => ({
  token,
  name: 'Grace Risk',
  email,
  password: 'granite meadow nine',
});

describe('invitations', () => {
  it('tells its holder the firm and the role, and makes a member of that role', async () => {
    const firm = await makeFirm(database.db);
    const { token, expiresAt } = await invite(firm);
    expect(expiresAt).toBe(new Date(TEST_NOW.getTime() + 7 * DAY).toISOString());
    expect(await readInvitation(guest(), token)).toEqual({
      firmName: 'Harbor Street Securities LLC',
      role: 'risk',
      email: null,
      member: null,
      expiresAt,
    });
    const { memberId } = await acceptInvitation(guest(), person(token));
    expect(await database.db.member.findUnique({ where: { id: memberId } })).toMatchObject({
      firmId: firm.firmId,
      role: 'risk',
      name: 'Grace Risk',
    });
    const types = (await database.db.auditEvent.findMany({ where: { firmId: firm.firmId }, orderBy: { sequence: 'asc' } })).map(
      ({ type }) => type,
    );
    expect(types).toEqual(['invitation.created', 'invitation.accepted', 'member.joined']);
  });

  it('keeps the hash of the link only', async () => {
    const firm = await makeFirm(database.db);
    const { token } = await invite(firm);
    expect(JSON.stringify(await database.db.invitation.findMany({ where: { firmId: firm.firmId } }))).not.toContain(token);
  });

  it('works once, also when two use it at the same moment', async () => {
    const firm = await makeFirm(database.db);
    const { token } = await invite(firm);
    const both = await Promise.allSettled([acceptInvitation(guest(), person(token)), acceptInvitation(guest(), person(token))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(acceptInvitation(guest(), person(token))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('used already'),
    });
    expect(await database.db.member.count({ where: { firmId: firm.firmId } })).toBe(7);
  });

  it('ends after seven days', async () => {
    const firm = await makeFirm(database.db);
    const { token } = await invite(firm);
    await readInvitation(guest(new Date(TEST_NOW.getTime() + 7 * DAY - 1)), token);
    const late = guest(new Date(TEST_NOW.getTime() + 7 * DAY));
    await expect(acceptInvitation(late, person(token))).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('expired'),
    });
  });

  it('stops working when it is taken back', async () => {
    const firm = await makeFirm(database.db);
    const { id, token } = await invite(firm);
    expect(await listInvitations(firm.ctxAs('administrator'))).toMatchObject([{ id, role: 'risk', expired: false }]);
    await revokeInvitation(firm.ctxAs('administrator'), { invitationId: id });
    await expect(readInvitation(guest(), token)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('taken back'),
    });
    await expect(revokeInvitation(firm.ctxAs('administrator'), { invitationId: id })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await listInvitations(firm.ctxAs('administrator'))).toEqual([]);
  });

  it('is for administrators of its own firm', async () => {
    const [one, two] = [await makeFirm(database.db), await makeFirm(database.db)];
    const { id } = await invite(one);
    for (const role of ['legal', 'risk', 'approver', 'observer', 'outside-counsel'] as const) {
      const ctx = one.ctxAs(role);
      await expect(createInvitation(ctx, invitationInput.parse({ role: 'administrator' }), randomBytes)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(listInvitations(ctx)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(revokeInvitation(ctx, { invitationId: id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(revokeInvitation(two.ctxAs('administrator'), { invitationId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await listInvitations(two.ctxAs('administrator'))).toEqual([]);
  });

  it('holds to the address that it names', async () => {
    const firm = await makeFirm(database.db);
    const email = `grace.${randomUUID()}@harbor.example`;
    const { token } = await invite(firm, { email: email.toUpperCase() });
    await expect(acceptInvitation(guest(), person(token))).rejects.toMatchObject({ details: { fields: { email: expect.any(String) } } });
    await acceptInvitation(guest(), person(token, email));
  });

  it('refuses an address that has an account, in whatever firm, and stays open', async () => {
    const [one, two] = [await makeFirm(database.db), await makeFirm(database.db)];
    const { token } = await invite(one);
    await expect(acceptInvitation(guest(), person(token, two.emailOf('legal')))).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(invite(one, { email: two.emailOf('legal') })).rejects.toMatchObject({ code: 'CONFLICT' });
    await acceptInvitation(guest(), person(token));
  });

  it('refuses a weak password and an unknown link', async () => {
    const firm = await makeFirm(database.db);
    const { token } = await invite(firm);
    await expect(acceptInvitation(guest(), { ...person(token), password: 'password1234' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(acceptInvitation(guest(), person(`${token}x`))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
