import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/core/errors';
import { getSectionReview } from '@/lib/services/review/get-section-review';
import { markRead } from '@/lib/services/review/mark-read';
import { moveToReview } from '@/lib/services/review/move-to-review';
import { refuseSection } from '@/lib/services/review/refuse-section';
import { reopenSection } from '@/lib/services/review/reopen-section';
import { signSection } from '@/lib/services/review/sign-section';
import { appendRoomUpdates } from '@/lib/services/room/append-room-updates';
import { compactRoom } from '@/lib/services/room/compact-room';
import { readRoom } from '@/lib/services/room/read-room';
import { roomDocument } from '@/lib/services/room/room-document';
import { updateTo } from '@/lib/services/room/update-to';
import { updateSection } from '@/lib/services/section/update-section';
import { keepVersion } from '@/lib/services/version/keep-version';
import { restoreVersion } from '@/lib/services/version/restore-version';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { retype, send, settle, shownHash, sign, signWhole, standings } from '@/tests/support/review';
import { doc, p } from '@/tests/support/section-body';

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
  const sections = await database.db.section.findMany({ where: { letterId, kind: 'question' }, orderBy: { ordinal: 'asc' } });
  [first, second] = [sections[0]!.id, sections[1]!.id];
  await retype(firm, first, 'The rule costs 7 million.');
  await retype(firm, second, 'We agree.');
  minute = 0;
});

let minute = 0;
/** A minute passes, so that decisions have an order. */
const later = () => firm.setNow(new Date(TEST_NOW.getTime() + ++minute * 60_000));
const stateOf = async (id: string) => (await database.db.section.findUniqueOrThrow({ where: { id } })).state;
const noticesOf = (memberId: string) => database.db.notification.findMany({ where: { memberId }, orderBy: { createdAt: 'asc' } });
const eventsOf = (type: string) => database.db.auditEvent.findMany({ where: { firmId: firm.firmId, type } });

describe('signing', () => {
  it('makes a section signed with the last required signature, and keeps the letter as a version', async () => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    expect(await stateOf(first)).toBe('in-review');
    const { complete } = await sign(firm, first, 'risk', 'risk');
    expect([complete, await stateOf(first)]).toEqual([true, 'signed']);
    expect(await standings(firm, first)).toEqual({ legal: 'signed', risk: 'signed' });
    expect((await database.db.letterSnapshot.findMany({ where: { letterId } })).map(({ occasion }) => occasion)).toEqual(['signed']);
    expect((await eventsOf('sign-off.signed')).map(({ subjectId }) => subjectId)).toEqual([first, first]);
  });

  it('refuses what was changed while it was read, and then takes what is there now', async () => {
    await send(firm, first);
    const shown = await shownHash(firm, first);
    await retype(firm, first, 'The rule costs 9 million.');
    const signed = signSection(firm.ctxAs('legal'), { sectionId: first, capacity: 'legal', contentHash: shown });
    await expect(signed).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('changed while you read') });
    await sign(firm, first, 'legal', 'legal');
    expect((await standings(firm, first)).legal).toBe('signed');
  });

  it('takes no signature of a section that is not in review, of a capacity one has not, or twice', async () => {
    await expect(sign(firm, first, 'legal', 'legal')).rejects.toThrow('not in review yet');
    await send(firm, first);
    await expect(sign(firm, first, 'legal', 'risk')).rejects.toThrow('You do not sign for risk');
    await expect(sign(firm, first, 'legal', 'business')).rejects.toThrow('needs no signature for business');
    await expect(sign(firm, first, 'approver', 'legal')).rejects.toThrow('You do not sign for legal');
    await sign(firm, first, 'legal', 'legal');
    await expect(sign(firm, first, 'legal', 'legal')).rejects.toThrow('signed for legal already');
  });

  it('is by an approver where an administrator said so', async () => {
    await send(firm, first);
    await database.db.member.update({ where: { id: firm.memberId('approver') }, data: { signsFor: ['risk'] } });
    await sign(firm, first, 'approver', 'risk');
    expect((await standings(firm, first)).risk).toBe('signed');
  });

  it('is not found for another firm, with the letter and the section', async () => {
    await send(firm, first);
    const other = await makeFirm(database.db, 'Elsewhere LLC');
    const input = { sectionId: first, capacity: 'legal' as const, contentHash: await shownHash(firm, first) };
    const ctx = other.ctxAs('legal');
    for (const attempt of [
      () => signSection(ctx, input),
      () => refuseSection(ctx, { ...input, reason: 'No.' }),
      () => moveToReview(ctx, { sectionId: first, to: 'drafting' }),
      () => reopenSection(ctx, { sectionId: first, to: 'drafting', reason: 'x' }),
      () => getSectionReview(ctx, first),
      () => markRead(ctx, { sectionId: first, contentHash: input.contentHash }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a signature', () => {
  it('falls when its text changes, with what changed and by whom, and the others stand', async () => {
    for (const section of [first, second]) {
      await send(firm, section);
      await sign(firm, section, 'legal', 'legal');
    }
    later();
    await retype(firm, first, 'The rule costs 9 million.', 'risk');
    expect((await standings(firm, first)).legal).toBe('fallen');
    expect(await settle(firm, first)).toEqual({ voided: 1 });
    expect(await settle(firm, second)).toEqual({ voided: 0 });
    expect([(await standings(firm, first)).legal, (await standings(firm, second)).legal]).toEqual(['fallen', 'signed']);
    const { fell } = (await getSectionReview(firm.ctxAs('legal'), first)).standings[0]!.decision!;
    expect(fell).toMatchObject({ total: 1, by: ['Risk Member'] });
    expect(await noticesOf(firm.memberId('legal'))).toMatchObject([
      { kind: 'signature-voided', sectionId: first, actorName: 'Risk Member' },
    ]);
    expect(await eventsOf('sign-off.voided')).toMatchObject([{ subjectId: first, actorId: null, data: { by: ['Risk Member'] } }]);
  });

  it('is voided once, however often the text settles', async () => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    await retype(firm, first, 'Other.');
    expect(await Promise.all([settle(firm, first), settle(firm, first)])).toContainEqual({ voided: 1 });
    expect(await eventsOf('sign-off.voided')).toHaveLength(1);
  });

  it('stands where the text is as it was before it settles', async () => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    await retype(firm, first, 'The rule costs 9 million.');
    await retype(firm, first, 'The rule costs 7 million.');
    expect(await settle(firm, first)).toEqual({ voided: 0 });
    expect((await standings(firm, first)).legal).toBe('signed');
  });

  it('does not come back when the text is put back after it fell', async () => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    await retype(firm, first, 'The rule costs 9 million.');
    await settle(firm, first);
    await retype(firm, first, 'The rule costs 7 million.');
    expect((await standings(firm, first)).legal).toBe('fallen');
  });

  it.each([
    ['a title', { title: 'Another title' }],
    ['a coverage', { coverage: 'declined' as const }],
  ])('falls with %s, in the transaction of that change', async (_what, change) => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    await updateSection(firm.ctxAs('administrator'), first, change);
    expect(await eventsOf('sign-off.voided')).toMatchObject([{ data: { by: ['Administrator Member'] } }]);
  });

  it('falls with a version that is brought back, in the transaction of that', async () => {
    const { number } = await keepVersion(firm.ctxAs('legal'), letterId, { name: 'First', note: '' });
    await retype(firm, first, 'The rule costs 9 million.');
    for (const section of [first, second]) {
      await send(firm, section);
      await sign(firm, section, 'risk', 'risk');
    }
    await restoreVersion(firm.ctxAs('legal'), { letterId, number });
    expect(await eventsOf('sign-off.voided')).toMatchObject([{ subjectId: first, actorName: 'Legal Member' }]);
    expect([(await standings(firm, first)).risk, (await standings(firm, second)).risk]).toEqual(['fallen', 'signed']);
  });

  it('says by whom it fell after the log of the room was folded too', async () => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    later();
    await retype(firm, first, 'The rule costs 9 million.', 'risk');
    await compactRoom(firm.ctxAs('legal'), { firmId: firm.firmId, sectionId: first });
    await settle(firm, first);
    expect(await eventsOf('sign-off.voided')).toMatchObject([{ data: { by: ['Risk Member'] } }]);
  });

  it('stands when owner and due date change, which a signed section takes too; it takes no title', async () => {
    await signWhole(firm, first);
    const owner = firm.memberId('risk');
    await updateSection(firm.ctxAs('legal'), first, { ownerId: owner, dueOn: '2026-08-01' });
    expect(await standings(firm, first)).toEqual({ legal: 'signed', risk: 'signed' });
    expect(await noticesOf(owner)).toContainEqual(expect.objectContaining({ kind: 'owner-set' }));
    await expect(updateSection(firm.ctxAs('legal'), first, { title: 'X' })).rejects.toThrow('Reopen it');
    await expect(updateSection(firm.ctxAs('legal'), first, { coverage: 'declined' })).rejects.toThrow('Reopen it');
    expect((await database.db.section.findUniqueOrThrow({ where: { id: first } })).dueOn?.toISOString()).toContain('2026-08-01');
  });
});

describe('an edit at the same moment', () => {
  /** The bytes that a member's typing would append. */
  async function typed(text: string) {
    const document = roomDocument(await readRoom(database.db, firm.firmId, first));
    const { update } = updateTo(document, doc(p(text)));
    document.destroy();
    return { sectionId: first, firmId: firm.firmId, generation: 1, update: update!, memberId: firm.memberId('risk'), at: TEST_NOW };
  }

  it('is refused by the log while the last signature is given, and after it', async () => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    const update = await typed('Typed beside the signature.');
    let ask: Promise<readonly string[]> | undefined;
    await database.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Section" WHERE id = ${first}::uuid FOR UPDATE`;
      ask = appendRoomUpdates(database.db, [update]);
      await waiting();
      await tx.section.update({ where: { id: first }, data: { state: 'signed' } });
    });
    expect(await ask).toEqual(['signed']);
  });

  it.each(Array.from({ length: 12 }, (_, round) => round))('and a signature never both go through silently (round %i)', async (round) => {
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    const contentHash = await shownHash(firm, first, 'risk');
    const update = await typed(`Typed in round ${round}.`);
    const attempt = () =>
      signSection(firm.ctxAs('risk'), { sectionId: first, capacity: 'risk', contentHash }).then(
        () => 'signed',
        (error: AppError) => error.code,
      );
    const [kept, signed] =
      round % 2 === 0
        ? await Promise.all([appendRoomUpdates(database.db, [update]), attempt()])
        : ((await Promise.all([attempt(), appendRoomUpdates(database.db, [update])])).toReversed() as [readonly string[], string]);
    expect([
      ['kept', 'CONFLICT', 'in-review'],
      ['signed', 'signed', 'signed'],
    ]).toContainEqual([kept[0], signed, await stateOf(first)]);
  });

  /** Until somebody stands in front of the row. */
  async function waiting(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      const [row] = await database.db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pg_locks WHERE NOT granted`;
      if ((row?.count ?? 0n) > 0n) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('nobody waited');
  }
});

describe('refusing', () => {
  it('sends the section back to drafting with the reason, and tells its owner and legal', async () => {
    await updateSection(firm.ctxAs('legal'), first, { ownerId: firm.memberId('approver') });
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    later();
    const contentHash = await shownHash(firm, first, 'risk');
    const input = { sectionId: first, capacity: 'risk' as const, contentHash };
    await expect(refuseSection(firm.ctxAs('risk'), { ...input, reason: ' ' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await refuseSection(firm.ctxAs('risk'), { ...input, reason: 'The saving is not of run 12.' });
    expect(await stateOf(first)).toBe('drafting');
    expect(await standings(firm, first)).toEqual({ legal: 'signed', risk: 'refused' });
    for (const role of ['approver', 'legal'] as const) {
      const told = (await noticesOf(firm.memberId(role))).filter(({ kind }) => kind === 'signature-refused');
      expect(told).toHaveLength(1);
      expect(told[0]?.sentence).not.toContain('run 12');
    }
    expect(await eventsOf('sign-off.refused')).toMatchObject([{ data: { reason: 'The saving is not of run 12.' } }]);
    later();
    await send(firm, first);
    await sign(firm, first, 'risk', 'risk');
    expect(await stateOf(first)).toBe('signed');
  });
});

describe('reopening', () => {
  it('needs a reason, leaves the signatures, and a section that nobody changed is signed again when it is sent', async () => {
    await signWhole(firm, first);
    const ctx = firm.ctxAs('legal');
    await expect(reopenSection(ctx, { sectionId: first, to: 'drafting', reason: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(reopenSection(firm.ctxAs('risk'), { sectionId: first, to: 'drafting', reason: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(moveToReview(ctx, { sectionId: first, to: 'drafting' })).rejects.toThrow('Reopen it');
    await reopenSection(ctx, { sectionId: first, to: 'drafting', reason: 'A typing error.' });
    expect([await stateOf(first), await standings(firm, first)]).toEqual(['drafting', { legal: 'signed', risk: 'signed' }]);
    expect(await moveToReview(ctx, { sectionId: first, to: 'in-review' })).toEqual({ state: 'signed' });
    expect(await stateOf(first)).toBe('signed');
  });

  it('lets a change void every signature on it, and no other', async () => {
    await signWhole(firm, first);
    await signWhole(firm, second);
    await reopenSection(firm.ctxAs('legal'), { sectionId: first, to: 'drafting', reason: 'A typing error.' });
    await retype(firm, first, 'The rule costs 8 million.');
    await settle(firm, first);
    expect(await standings(firm, first)).toEqual({ legal: 'fallen', risk: 'fallen' });
    expect([await standings(firm, second), await stateOf(second)]).toEqual([{ legal: 'signed', risk: 'signed' }, 'signed']);
  });

  it('is refused for what is not signed', async () => {
    const reopen = reopenSection(firm.ctxAs('legal'), { sectionId: first, to: 'drafting', reason: 'x' });
    await expect(reopen).rejects.toThrow('not signed');
  });
});

describe('what a member read', () => {
  it('is what later changes are compared with, and a signature counts as reading', async () => {
    const read = (role: 'approver' | 'legal') => getSectionReview(firm.ctxAs(role), first);
    expect(await read('approver')).toMatchObject({ seenAt: null, changedSinceSeen: false, seen: null });
    await markRead(firm.ctxAs('approver'), { sectionId: first, contentHash: await shownHash(firm, first) });
    await send(firm, first);
    await sign(firm, first, 'legal', 'legal');
    await retype(firm, first, 'Shorter.');
    for (const role of ['approver', 'legal'] as const) {
      const { changedSinceSeen, seen } = await read(role);
      expect(changedSinceSeen).toBe(true);
      expect(JSON.stringify(seen?.content.body)).toContain('costs 7 million');
    }
    const stale = markRead(firm.ctxAs('approver'), { sectionId: first, contentHash: 'f'.repeat(64) });
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('is of a section that is there', async () => {
    await expect(getSectionReview(firm.ctxAs('legal'), randomUUID())).rejects.toBeInstanceOf(AppError);
  });
});
