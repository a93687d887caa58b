import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppError } from '@/lib/core/errors';
import { changeMailNotices, wantsMailNotices } from '@/lib/services/inbox/change-mail-notices';
import { listNotices } from '@/lib/services/inbox/list-notices';
import { markAllNotices, markNotice } from '@/lib/services/inbox/mark-notices';
import { watchInbox } from '@/lib/services/inbox/watch-inbox';
import { Announcements } from '@/lib/services/live/announcements';
import { notifyMember } from '@/lib/services/live/notify-member';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, TEST_NOW, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
let sectionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  firm = await makeFirm(database.db);
  ({
    letterId,
    sectionIds: [sectionId = ''],
  } = await makeLetter(firm));
});

const tell = (kind: 'mentioned' | 'review-asked' | 'owner-set', sentence: string, subjectId: string | null = null) => {
  const ctx = firm.ctxAs('legal');
  const notice = { memberId: firm.memberId('risk'), kind, letterId, sectionId, subjectId, sentence };
  return database.db.$transaction((tx) => notifyMember(ctx, tx, notice));
};
const sentences = async (options = {}) => (await listNotices(firm.ctxAs('risk'), options)).notices.map(({ sentence }) => sentence);

const privilegedThread = async () => {
  const ctx = firm.ctxAs('legal');
  const threadId = ctx.ids();
  const at = ctx.clock();
  await database.db.commentThread.create({
    data: {
      ...{ id: threadId, firmId: firm.firmId, letterId, sectionId, anchor: { kind: 'section' }, privileged: true },
      ...{ createdById: ctx.actor.memberId, createdAt: at, updatedAt: at },
    },
  });
  return threadId;
};

describe('the inbox', () => {
  it('shows a member’s own notices, the newest first, each with the way to its place', async () => {
    await tell('mentioned', 'Older.', letterId);
    firm.setNow(new Date(TEST_NOW.getTime() + 1000));
    await tell('review-asked', 'Newer.');
    await tell('owner-set', 'Last.');
    const inbox = await listNotices(firm.ctxAs('risk'));
    expect(inbox).toMatchObject({ unread: 3, more: false });
    expect(inbox.notices.find(({ sentence }) => sentence === 'Older.')?.href).toBe(
      `/letters/${letterId}?section=${sectionId}&panel=comments&thread=${letterId}`,
    );
    expect(inbox.notices.find(({ sentence }) => sentence === 'Newer.')?.href).toBe(
      `/letters/${letterId}?section=${sectionId}&panel=review`,
    );
    expect(inbox.notices.find(({ sentence }) => sentence === 'Last.')?.href).toBe(`/letters/${letterId}?section=${sectionId}`);
    expect(inbox.notices.at(-1)?.sentence).toBe('Older.');
    expect((await listNotices(firm.ctxAs('legal'))).notices).toEqual([]);
  });

  it('goes on behind the last one that was seen, without gaps or doubles', async () => {
    for (let index = 0; index < 60; index += 1) await tell('mentioned', String(index));
    const first = await listNotices(firm.ctxAs('risk'));
    const second = await sentences({ before: first.notices.at(-1)?.id });
    expect(first.more).toBe(true);
    expect(new Set([...first.notices.map(({ sentence }) => sentence), ...second]).size).toBe(60);
    expect(second).toHaveLength(10);
  });

  it('marks one or all as read, and never another member’s', async () => {
    await tell('mentioned', 'One.');
    await tell('mentioned', 'Two.');
    const [notice] = (await listNotices(firm.ctxAs('risk'))).notices;
    const id = notice?.id ?? '';
    await markNotice(firm.ctxAs('risk'), id, true);
    expect(await listNotices(firm.ctxAs('risk'), { unreadOnly: true })).toMatchObject({ unread: 1, notices: [{ read: false }] });
    await markNotice(firm.ctxAs('risk'), id, false);
    expect(await markAllNotices(firm.ctxAs('legal'))).toBe(0);
    expect(await markAllNotices(firm.ctxAs('risk'))).toBe(2);
    const other = await makeFirm(database.db, 'Another firm');
    for (const ctx of [firm.ctxAs('legal'), other.ctxAs('risk')]) {
      const code = await markNotice(ctx, id, false).catch((error: AppError) => error.code);
      expect(code).toBe('NOT_FOUND');
    }
  });

  it('hides what is about privileged threads from whoever has left legal', async () => {
    const threadId = await privilegedThread();
    await tell('mentioned', 'Privileged.', threadId);
    await tell('review-asked', 'Open.');
    expect(await sentences()).toEqual(['Open.']);
    expect((await listNotices(firm.ctxAs('risk'))).unread).toBe(1);
  });

  it('is told of at once, in numbers, to its owner alone', async () => {
    const announcements = new Announcements(database.url);
    const told = vi.fn();
    const others = vi.fn();
    const stops = [
      await watchInbox(firm.ctxAs('risk'), announcements, told),
      await watchInbox(firm.ctxAs('approver'), announcements, others),
    ];
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(0));
    await tell('mentioned', 'One.');
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(1));
    await markAllNotices(firm.ctxAs('risk'));
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(0));
    expect(others.mock.calls).toEqual([[0]]);
    const threadId = await privilegedThread();
    await tell('mentioned', 'Privileged.', threadId);
    await database.db.member.update({ where: { id: firm.memberId('risk') }, data: { role: 'legal' } });
    await tell('mentioned', 'Two.');
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(2));
    await database.db.member.update({ where: { id: firm.memberId('risk') }, data: { role: 'risk' } });
    const before = told.mock.calls.length;
    await tell('mentioned', 'Three.');
    await vi.waitFor(() => expect(told.mock.calls.length).toBeGreaterThan(before));
    expect(told).toHaveBeenLastCalledWith(2);
    for (const stop of stops) stop();
    await announcements.close();
  });

  it('goes out by e-mail until its owner does not want that', async () => {
    expect(await wantsMailNotices(firm.ctxAs('risk'))).toBe(true);
    await changeMailNotices(firm.ctxAs('risk'), false);
    expect(await wantsMailNotices(firm.ctxAs('risk'))).toBe(false);
    expect(await wantsMailNotices(firm.ctxAs('legal'))).toBe(true);
  });
});
