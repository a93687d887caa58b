import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setCapacities } from '@/lib/services/member/set-capacities';
import { changeReviewPlan } from '@/lib/services/review/change-review-plan';
import { getLetterReview } from '@/lib/services/review/get-letter-review';
import { getSectionReview } from '@/lib/services/review/get-section-review';
import { lendCapacity } from '@/lib/services/review/lend-capacity';
import { reopenSection } from '@/lib/services/review/reopen-section';
import { revokeDelegation } from '@/lib/services/review/revoke-delegation';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { send, sign, signWhole, standings } from '@/tests/support/review';

let database: TestDatabase;
let firm: TestFirm;
let first: string;
let second: string;
let letterId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  const made = await makeLetter(firm, 2);
  letterId = made.letterId;
  [first, second] = [made.sectionIds[0]!, made.sectionIds[1]!];
});

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS);
const stateOf = async (id: string) => (await database.db.section.findUniqueOrThrow({ where: { id } })).state;
const askedOf = (memberId: string) => database.db.notification.count({ where: { memberId, kind: 'review-asked' } });

describe('signatures in order', () => {
  it('are taken one after another, and each signer is asked when it is their turn', async () => {
    await changeReviewPlan(firm.ctxAs('administrator'), letterId, { required: ['risk', 'legal'], ordered: true });
    await send(firm, first);
    expect([await askedOf(firm.memberId('risk')), await askedOf(firm.memberId('legal'))]).toEqual([1, 0]);
    await expect(sign(firm, first, 'legal', 'legal')).rejects.toThrow('It is the turn of risk');
    await sign(firm, first, 'risk', 'risk');
    expect(await askedOf(firm.memberId('legal'))).toBe(1);
    await sign(firm, first, 'legal', 'legal');
    expect(await stateOf(first)).toBe('signed');
  });
});

describe('another plan', () => {
  it('sends signed sections that lack a signature back to review, where nothing fell', async () => {
    await signWhole(firm, first);
    await send(firm, second);
    const changed = await changeReviewPlan(firm.ctxAs('legal'), letterId, { required: ['legal', 'risk', 'business'], ordered: false });
    expect(changed).toEqual({ returned: [first], completed: [] });
    expect([await stateOf(first), await standings(firm, first)]).toEqual([
      'in-review',
      { legal: 'signed', risk: 'signed', business: 'missing' },
    ]);
  });

  it('makes sections signed that lack nothing any more, but for those that are being drafted', async () => {
    for (const section of [first, second]) {
      await send(firm, section);
      await sign(firm, section, 'legal', 'legal');
    }
    await changeReviewPlan(firm.ctxAs('legal'), letterId, { required: ['legal'], ordered: false });
    await reopenSection(firm.ctxAs('legal'), { sectionId: second, to: 'drafting', reason: 'Once more.' });
    await changeReviewPlan(firm.ctxAs('legal'), letterId, { required: ['legal', 'risk'], ordered: false });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['in-review', 'drafting']);
    const changed = await changeReviewPlan(firm.ctxAs('legal'), letterId, { required: ['legal'], ordered: false });
    expect(changed.completed).toEqual([first]);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['signed', 'drafting']);
  });

  it('needs at least one signature, each once, and somebody who plans reviews', async () => {
    const plan = (required: ('legal' | 'risk')[], role: 'legal' | 'risk' = 'legal') =>
      changeReviewPlan(firm.ctxAs(role), letterId, { required, ordered: false });
    await expect(plan([])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(plan(['legal', 'legal'])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(plan(['legal'], 'risk')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const other = await makeFirm(database.db, 'Elsewhere LLC');
    const elsewhere = changeReviewPlan(other.ctxAs('legal'), letterId, { required: ['legal'], ordered: false });
    await expect(elsewhere).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(getLetterReview(other.ctxAs('legal'), letterId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a lent right', () => {
  const lend = (days = 7) =>
    lendCapacity(firm.ctxAs('risk'), { toId: firm.memberId('approver'), capacity: 'risk', expiresAt: inDays(days), reason: 'On leave.' });

  it('signs in the other’s place, named with both', async () => {
    await lend();
    await send(firm, first);
    expect(await askedOf(firm.memberId('approver'))).toBe(1);
    await sign(firm, first, 'approver', 'risk', firm.memberId('risk'));
    const { standings: found } = await getSectionReview(firm.ctxAs('observer'), first);
    expect(found.find(({ capacity }) => capacity === 'risk')?.decision).toMatchObject({
      member: 'Approver Member',
      onBehalfOf: 'Risk Member',
    });
    expect(await database.db.auditEvent.findFirst({ where: { type: 'sign-off.signed', firmId: firm.firmId } })).toMatchObject({
      data: { onBehalfOfId: firm.memberId('risk') },
    });
  });

  it('is not valid without being named, when it has ended, was taken back, or its lender lost it', async () => {
    await send(firm, first);
    const attempt = () => sign(firm, first, 'approver', 'risk', firm.memberId('risk'));
    await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { delegationId } = await lend();
    await expect(sign(firm, first, 'approver', 'risk')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    firm.setNow(inDays(7));
    await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    firm.setNow(TEST_NOW);
    await database.db.member.update({ where: { id: firm.memberId('risk') }, data: { suspendedAt: TEST_NOW } });
    await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await database.db.member.update({ where: { id: firm.memberId('risk') }, data: { suspendedAt: null } });
    await revokeDelegation(firm.ctxAs('risk'), delegationId);
    await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(revokeDelegation(firm.ctxAs('risk'), delegationId)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is never lent on', async () => {
    await lend();
    const on = { toId: firm.memberId('legal'), capacity: 'risk' as const, expiresAt: inDays(3), reason: 'Busy.' };
    await expect(lendCapacity(firm.ctxAs('approver'), on)).rejects.toThrow('You do not sign for risk, so you cannot lend it.');
  });

  it('is for active members of the firm who may sign, until a day to come, once, with a reason', async () => {
    const input = { toId: firm.memberId('approver'), capacity: 'risk' as const, expiresAt: inDays(7), reason: 'On leave.' };
    const other = await makeFirm(database.db, 'Elsewhere LLC');
    const ctx = firm.ctxAs('risk');
    for (const [part, code] of [
      [{ toId: other.memberId('legal') }, 'NOT_FOUND'],
      [{ toId: firm.memberId('observer') }, 'FORBIDDEN'],
      [{ toId: firm.memberId('outside-counsel') }, 'FORBIDDEN'],
      [{ toId: firm.memberId('risk') }, 'FORBIDDEN'],
      [{ capacity: 'legal' as const }, 'FORBIDDEN'],
      [{ expiresAt: TEST_NOW }, 'INVALID_INPUT'],
      [{ expiresAt: inDays(400) }, 'INVALID_INPUT'],
      [{ reason: ' ' }, 'INVALID_INPUT'],
    ] as const)
      await expect(lendCapacity(ctx, { ...input, ...part }), code).rejects.toMatchObject({ code });
    const { delegationId } = await lendCapacity(ctx, input);
    await expect(lendCapacity(ctx, input)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(revokeDelegation(other.ctxAs('administrator'), delegationId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(revokeDelegation(firm.ctxAs('approver'), delegationId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what an approver signs for', () => {
  it('is entered by administrators, for approvers only, and put on record', async () => {
    const memberId = firm.memberId('approver');
    await setCapacities(firm.ctxAs('administrator'), { memberId, signsFor: ['business', 'legal', 'legal'] });
    expect((await getLetterReview(firm.ctxAs('approver'), letterId)).capacities).toEqual(['legal', 'business']);
    expect(await database.db.auditEvent.findFirst({ where: { type: 'member.capacities-changed', firmId: firm.firmId } })).toMatchObject({
      data: { from: [], to: ['legal', 'business'] },
    });
    const other = { memberId: firm.memberId('observer'), signsFor: ['legal' as const] };
    await expect(setCapacities(firm.ctxAs('administrator'), other)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(setCapacities(firm.ctxAs('legal'), { memberId, signsFor: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
