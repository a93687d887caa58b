import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/core/errors';
import { textAnchor } from '@/lib/letter/anchors/make-anchor';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Role } from '@/lib/policies/actor';
import { assignThread } from '@/lib/services/comment/assign-thread';
import { commentInput, type ThreadInput, threadInput } from '@/lib/services/comment/comment-input';
import { editComment } from '@/lib/services/comment/edit-comment';
import { listThreads } from '@/lib/services/comment/list-threads';
import { refreshAnchors } from '@/lib/services/comment/refresh-anchors';
import { reply } from '@/lib/services/comment/reply';
import { resolveThread } from '@/lib/services/comment/resolve-thread';
import { startThread } from '@/lib/services/comment/start-thread';
import { changeRoomText } from '@/lib/services/room/change-room-text';
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
    sectionIds: [, sectionId = ''],
  } = await makeLetter(firm));
});

const paragraph = (id: string, text: string): ProseNode => ({ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text }] });
const body = (...blocks: ProseNode[]): ProseNode => ({ type: 'doc', content: blocks });
const FIRST = body(paragraph('a', 'Margin is charged twice.'), paragraph('b', 'That costs much.'));

const write = (text: ProseNode) => {
  const ctx = firm.ctxAs('legal');
  return database.db.$transaction((tx) => changeRoomText(ctx, tx, { sectionId, memberId: ctx.actor.memberId, change: () => text }));
};
const words = (text: string, mentions: string[] = []) => commentInput.parse({ text, mentions });
const start = (role: Role, more: Partial<ThreadInput> = {}) =>
  startThread(firm.ctxAs(role), letterId, threadInput.parse({ sectionId, anchor: { kind: 'section' }, text: 'Why?', ...more }));
const list = (role: Role) => listThreads(firm.ctxAs(role), letterId);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: AppError) => `${error.code}: ${error.message}`,
  );
const inboxOf = async (role: Role) =>
  (await database.db.notification.findMany({ where: { memberId: firm.memberId(role) }, orderBy: { createdAt: 'asc' } })).map(
    ({ kind, sentence }) => ({ kind, sentence }),
  );
const audited = async () =>
  (
    await database.db.auditEvent.findMany({
      where: { firmId: firm.firmId, type: { startsWith: 'comment.' } },
      orderBy: { sequence: 'asc' },
    })
  ).map(({ type, actorName, data }) => ({ type, actorName, data: data as Record<string, unknown> }));

describe('threads of comments', () => {
  it('are started, answered, edited, assigned, resolved and reopened, each on record', async () => {
    const { threadId, commentId } = await start('risk', { text: ' Is this so?\r\nI doubt it.\u0000 ' });
    firm.setNow(new Date(TEST_NOW.getTime() + 60_000));
    await reply(firm.ctxAs('legal'), threadId, words('It is.'));
    await editComment(firm.ctxAs('risk'), commentId, words('Is it?'));
    await assignThread(firm.ctxAs('risk'), threadId, firm.memberId('legal'));
    await resolveThread(firm.ctxAs('legal'), threadId, true);
    expect((await list('observer')).threads).toMatchObject([
      {
        id: threadId,
        assignee: { name: 'Legal Member' },
        resolvedBy: { name: 'Legal Member' },
        comments: [
          { text: 'Is it?', editedAt: expect.any(String), author: { name: 'Risk Member' } },
          { text: 'It is.', editedAt: null },
        ],
      },
    ]);
    await resolveThread(firm.ctxAs('risk'), threadId, false);
    expect((await list('risk')).threads).toMatchObject([{ resolvedAt: null, resolvedBy: null }]);
    const events = await audited();
    expect(events.map(({ type }) => type)).toEqual(
      ['thread-started', 'replied', 'edited', 'assigned', 'resolved', 'reopened'].map((act) => `comment.${act}`),
    );
    expect(events[2]?.data).toMatchObject({ before: 'Is this so?\nI doubt it.', after: 'Is it?' });
  });

  it('tell those who are meant, once each, and nobody of what they did themselves', async () => {
    const { threadId } = await start('risk', { text: '@Legal Member', mentions: [firm.memberId('legal'), firm.memberId('risk')] });
    await reply(firm.ctxAs('approver'), threadId, words('Hm, @Risk Member', [firm.memberId('risk')]));
    await assignThread(firm.ctxAs('risk'), threadId, firm.memberId('legal'));
    await resolveThread(firm.ctxAs('legal'), threadId, true);
    expect(await inboxOf('legal')).toEqual([
      { kind: 'mentioned', sentence: expect.stringMatching(/^Risk Member mentioned you in a comment on “.+”\.$/) },
      { kind: 'assigned', sentence: expect.stringContaining('Risk Member assigned you a thread on “') },
    ]);
    expect((await inboxOf('risk')).map(({ kind }) => kind)).toEqual(['mentioned', 'resolved']);
    expect((await inboxOf('approver')).map(({ kind }) => kind)).toEqual(['resolved']);
  });

  it.each<[Role, string | null]>([
    ['administrator', null],
    ['legal', null],
    ['risk', null],
    ['approver', null],
    ['outside-counsel', null],
    ['observer', 'FORBIDDEN: Observers read; they do not comment.'],
  ])('are for %s to start and answer: %s', async (role, expected) => {
    expect(await refusal(start(role))).toBe(expected);
    const { threadId } = await start('legal');
    expect(await refusal(reply(firm.ctxAs(role), threadId, words('Yes.')))).toBe(expected);
    expect(await refusal(resolveThread(firm.ctxAs(role), threadId, true))).toBe(expected);
  });

  it('are edited by their author alone', async () => {
    const { commentId } = await start('risk');
    expect(await refusal(editComment(firm.ctxAs('administrator'), commentId, words('No.')))).toBe(
      'FORBIDDEN: Only its author changes a comment.',
    );
  });

  it('are not found by another firm, whatever it asks for', async () => {
    const { threadId, commentId } = await start('legal');
    const other = (await makeFirm(database.db, 'Another firm')).ctxAs('legal');
    const input = threadInput.parse({ sectionId, anchor: { kind: 'section' }, text: 'x' });
    const own = await makeLetter(await makeFirm(database.db));
    for (const asked of [
      () => listThreads(other, letterId),
      () => startThread(other, letterId, input),
      () => reply(other, threadId, words('x')),
      () => editComment(other, commentId, words('x')),
      () => assignThread(other, threadId, null),
      () => resolveThread(other, threadId, true),
      () => startThread(firm.ctxAs('legal'), letterId, { ...input, sectionId: own.sectionIds[0] ?? '' }),
    ]) {
      expect(await refusal(asked())).toMatch(/^NOT_FOUND: /);
    }
  });

  it('take no mention of somebody outside of the firm or suspended', async () => {
    const other = await makeFirm(database.db, 'Another firm');
    expect(await refusal(start('risk', { mentions: [other.memberId('legal')] }))).toMatch(/^INVALID_INPUT: Only members of the firm/);
    await database.db.member.update({ where: { id: firm.memberId('approver') }, data: { suspendedAt: new Date() } });
    expect(await refusal(start('risk', { assigneeId: firm.memberId('approver') }))).toBe(
      'INVALID_INPUT: Approver Member cannot be assigned here. This member is suspended.',
    );
  });

  it.each([
    ['nothing', { text: ' \n\u200e' }],
    ['more than 10,000 characters', { text: 'x'.repeat(10_001) }],
    ['an empty stretch', { text: 'x', anchor: { kind: 'text', blockId: 'a', from: 3, to: 3, quote: '', blockText: 'abcdef' } }],
    ['a stretch beyond its block', { text: 'x', anchor: { kind: 'text', blockId: 'a', from: 3, to: 9, quote: '', blockText: 'abcdef' } }],
    ['another kind of place', { text: 'x', anchor: { kind: 'page' } }],
  ])('refuse %s', (_, input) => {
    expect(threadInput.safeParse({ sectionId, anchor: { kind: 'section' }, ...input }).success).toBe(false);
  });
});

describe('privileged threads', () => {
  it.each<Role>(['administrator', 'risk', 'approver', 'observer', 'outside-counsel'])('do not exist for %s', async (role) => {
    const { threadId, commentId } = await start('legal', { privileged: true, text: 'Our weak point.' });
    const ctx = firm.ctxAs(role);
    expect((await list(role)).threads).toEqual([]);
    for (const asked of [
      () => reply(ctx, threadId, words('x')),
      () => editComment(ctx, commentId, words('x')),
      () => assignThread(ctx, threadId, ctx.actor.memberId),
      () => resolveThread(ctx, threadId, true),
    ]) {
      expect(await refusal(asked())).toMatch(/^NOT_FOUND: There is no such/);
    }
    expect(await refusal(start(role, { privileged: true }))).toMatch(/^FORBIDDEN: Privileged threads are for legal only/);
  });

  it('cannot mention or be given to somebody who may not see them', async () => {
    expect(await refusal(start('legal', { privileged: true, mentions: [firm.memberId('risk')] }))).toBe(
      'INVALID_INPUT: Risk Member cannot be mentioned here. Only legal takes part in a privileged thread.',
    );
    const { threadId } = await start('legal', { privileged: true });
    expect(await refusal(assignThread(firm.ctxAs('legal'), threadId, firm.memberId('administrator')))).toMatch(/^INVALID_INPUT: /);
  });

  it('leave no word of theirs in the log, and their reading stands there once a day', async () => {
    const { commentId } = await start('legal', { privileged: true, text: 'Our weak point.' });
    await editComment(firm.ctxAs('legal'), commentId, words('Our weakest point.'));
    await list('legal');
    await list('legal');
    firm.setNow(new Date('2026-07-02T00:00:01.000Z'));
    await list('legal');
    await list('risk');
    const events = await audited();
    expect(events.map(({ type }) => type)).toEqual([
      'comment.thread-started',
      'comment.edited',
      'comment.privileged-read',
      'comment.privileged-read',
    ]);
    expect(JSON.stringify(events)).not.toContain('weak');
  });

  it('tell nobody any more who has left legal since', async () => {
    const second = await database.db.member.create({
      data: {
        id: crypto.randomUUID(),
        firmId: firm.firmId,
        email: `${letterId}@x.test`,
        name: 'Second Legal',
        role: 'legal',
        createdAt: new Date(),
      },
    });
    const { threadId } = await start('legal', { privileged: true, mentions: [second.id] });
    await database.db.member.update({ where: { id: second.id }, data: { role: 'risk' } });
    await resolveThread(firm.ctxAs('legal'), threadId, true);
    expect(await database.db.notification.count({ where: { memberId: second.id } })).toBe(1);
  });
});

describe('the places of threads', () => {
  const quote = async () => (await list('risk')).threads.map(({ anchor, orphaned }) => ({ anchor, orphaned }));

  it('follow the text, are marked where it is gone, and are found again when it comes back', async () => {
    await write(FIRST);
    await start('risk', { anchor: textAnchor(FIRST, 'a', 10, 17) as ThreadInput['anchor'] });
    await write(body(paragraph('n', 'Before.'), paragraph('a', 'Note: Margin is charged twice.'), paragraph('b', 'That costs much.')));
    expect(await quote()).toMatchObject([{ orphaned: false, anchor: { blockId: 'a', from: 16, to: 23, quote: 'charged' } }]);
    await write(body(paragraph('b', 'That costs much.')));
    expect(await refreshAnchors(firm.ctxAs('legal'), sectionId)).toBe(1);
    expect(await refreshAnchors(firm.ctxAs('legal'), sectionId)).toBe(0);
    expect(await quote()).toMatchObject([{ orphaned: true, anchor: { quote: 'charged' } }]);
    await write(FIRST);
    expect(await quote()).toMatchObject([{ orphaned: false, anchor: { blockId: 'a', from: 10, to: 17, quote: 'charged' } }]);
  });

  it('of words that the server has not got yet are kept until they arrive', async () => {
    await start('risk', { anchor: textAnchor(FIRST, 'a', 10, 17) as ThreadInput['anchor'] });
    await write(FIRST);
    expect(await quote()).toMatchObject([{ orphaned: false, anchor: { blockId: 'a', from: 10, to: 17 } }]);
  });

  it('are in the order in which the letter is read', async () => {
    await write(FIRST);
    await start('risk', { text: '3', anchor: textAnchor(FIRST, 'b', 0, 4) as ThreadInput['anchor'] });
    await start('risk', { text: '2', anchor: { kind: 'node', nodeId: 'a', quote: 'Table' } });
    await start('risk', { text: '1' });
    expect((await list('risk')).threads.map(({ comments: [first] }) => first?.text)).toEqual(['1', '2', '3']);
  });

  it('of resolved threads are looked for when they are reopened', async () => {
    await write(FIRST);
    const { threadId } = await start('risk', { anchor: textAnchor(FIRST, 'a', 10, 17) as ThreadInput['anchor'] });
    await resolveThread(firm.ctxAs('risk'), threadId, true);
    await write(body(paragraph('b', 'That costs much.')));
    expect(await quote()).toMatchObject([{ orphaned: false }]);
    await resolveThread(firm.ctxAs('risk'), threadId, false);
    expect(await quote()).toMatchObject([{ orphaned: true }]);
  });
});
