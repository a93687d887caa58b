import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Role } from '@/lib/policies/actor';
import { acceptSuggestions } from '@/lib/services/suggestion/accept-suggestions';
import { listSuggestions } from '@/lib/services/suggestion/list-suggestions';
import { rejectSuggestions } from '@/lib/services/suggestion/reject-suggestions';
import { undoDecision } from '@/lib/services/suggestion/undo-decision';
import { withdrawSuggestions } from '@/lib/services/suggestion/withdraw-suggestions';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';
import { doc, text } from '@/tests/support/section-body';
import { replaced, Suggesting } from '@/tests/support/suggesting';

const para = (id: string, words: string): ProseNode => ({ type: 'paragraph', attrs: { id }, content: [text(words)] });
const TEXT = doc(para('a', 'Margin is held twice.'), para('b', 'It is held alone.'), para('c', 'We ask for one account.'));
const says = (id: string, words: string) => (body: ProseNode) => replaced(body, id, (node) => ({ ...node, content: [text(words)] }));

let database: TestDatabase;
let firm: TestFirm;
let other: TestFirm;
let section: TestSection;
let writing: Suggesting;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  other = await makeFirm(database.db, 'Another Firm LLC');
});
beforeEach(async () => {
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'), TEXT);
  writing = new Suggesting(database.db, firm, section.sectionId);
});
afterAll(() => database.drop());

const as = (role: Role) => firm.ctxAs(role);
const words = async () => plainTextOf(await writing.text());
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
const events = async (type: string) =>
  (await database.db.auditEvent.findMany({ where: { firmId: firm.firmId, type }, orderBy: { sequence: 'desc' } })).filter(
    ({ data }) => (data as { sectionId?: string }).sectionId === section.sectionId,
  );

describe('a suggestion', () => {
  it('keeps its row while it grows', async () => {
    await writing.suggest('risk', says('a', 'Margin is held twice today.'));
    const [first] = await writing.rows();
    firm.setNow(new Date('2026-07-02T09:00:00.000Z'));
    await writing.suggest('risk', says('a', 'Margin is held twice today and tomorrow.'));
    const rows = await writing.rows();
    expect(rows.map(({ id, createdAt }) => [id, createdAt])).toEqual([[first?.id, first?.createdAt]]);
    expect(rows[0]?.changedAt).toEqual(new Date('2026-07-02T09:00:00.000Z'));
    expect(JSON.stringify(rows[0]?.change)).toContain('today and tomorrow');
  });

  it('is written once, however often the text settles', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    const before = await writing.rows();
    await writing.settle();
    await writing.settle();
    expect(await writing.rows()).toEqual(before);
  });

  it('is taken back by its author’s own keys', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    const [row] = await writing.rows();
    await writing.suggest('risk', says('a', 'Margin is held twice.'));
    expect(await writing.rows()).toEqual([]);
    expect(idsOf(await writing.rows('withdrawn'))).toEqual([row?.id]);
    expect((await listSuggestions(as('legal'), section.letterId)).suggestions).toEqual([]);
  });

  it('is kept with its words where what it was about is gone', async () => {
    await writing.suggest('risk', says('b', 'It is held alone and apart.'));
    const [row] = await writing.rows();
    await writing.write('legal', (body) => replaced(body, 'b', () => []));
    expect(idsOf(await writing.rows('orphaned'))).toEqual([row?.id]);
    const [shown] = (await listSuggestions(as('legal'), section.letterId)).suggestions;
    expect(shown?.state).toBe('orphaned');
    expect(JSON.stringify(shown?.change)).toContain('and apart');
    expect((await acceptSuggestions(as('legal'), section.letterId, { ids: [row!.id] })).left).toEqual([
      { id: row?.id, reason: 'What it was about is not in the text any more.' },
    ]);
    expect((await rejectSuggestions(as('legal'), section.letterId, { ids: [row!.id] })).done).toEqual([row?.id]);
  });

  it('is in the section in its author’s name, and in the log with who decided it and its words', async () => {
    await writing.suggest('outside-counsel', says('a', 'Margin is held thrice.'));
    const [row] = await writing.rows();
    await acceptSuggestions(as('legal'), section.letterId, { ids: [row!.id] });
    const written = await database.db.sectionUpdate.findMany({ where: { sectionId: section.sectionId } });
    expect(written.map(({ memberId }) => memberId)).toEqual([firm.memberId('outside-counsel')]);
    const [event] = await events('suggestion.accepted');
    expect(event).toMatchObject({ actorId: firm.memberId('legal'), subjectType: 'suggestion', subjectId: row?.id });
    expect(event?.data).toMatchObject({ authorId: firm.memberId('outside-counsel'), before: 'twice', after: 'thrice' });
    await undoDecision(as('legal'), section.letterId, [row!.id]);
    expect((await events('suggestion.reopened'))[0]?.data).toMatchObject({ was: 'accepted' });
  });

  it('tells its author once of all that was decided together', async () => {
    await writing.suggest('approver', (body) => says('c', 'We ask for a single account.')(says('a', 'Margin is held thrice.')(body)));
    await rejectSuggestions(as('legal'), section.letterId, { all: true }, 'Too soon.');
    const notices = await database.db.notification.findMany({
      where: { memberId: firm.memberId('approver'), sectionId: section.sectionId },
    });
    expect(notices.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['suggestion-decided', 'Legal Member rejected 2 of your suggestions in “Letter”.'],
    ]);
    expect((await events('suggestion.rejected')).map(({ data }) => (data as { reason: string }).reason)).toEqual([
      'Too soon.',
      'Too soon.',
    ]);
  });
});

describe('deciding', () => {
  it('takes all of one author and leaves the others', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    await writing.suggest('approver', (body) => says('c', 'We ask for a single account.')(says('b', 'It is held apart.')(body)));
    const answer = await acceptSuggestions(as('legal'), section.letterId, { authorId: firm.memberId('approver') });
    expect(answer.done).toHaveLength(2);
    expect(await words()).toBe('Margin is held twice.\nIt is held apart.\nWe ask for a single account.');
    expect((await writing.rows()).map(({ authorId }) => authorId)).toEqual([firm.memberId('risk')]);
    expect(plainTextOf(await writing.copyOf('risk'))).toBe('Margin is held thrice.\nIt is held apart.\nWe ask for a single account.');
  });

  it('lets two copies be decided one by one in any order', async () => {
    for (const order of [
      [0, 1, 2, 3],
      [3, 1, 2, 0],
      [2, 0, 3, 1],
    ]) {
      section = await makeSection(database.db, firm.firmId, firm.memberId('legal'), TEXT);
      writing = new Suggesting(database.db, firm, section.sectionId);
      await writing.suggest('risk', (body) =>
        says('c', 'We ask for one cleared account.')(says('a', 'Initial margin is held twice.')(body)),
      );
      await writing.suggest('approver', (body) => says('c', 'We ask for one account now.')(says('b', 'It is held all alone.')(body)));
      const rows = await writing.rows();
      expect(rows).toHaveLength(4);
      for (const [step, index] of order.entries()) {
        await writing.write('legal', (body) => ({ ...body, content: [...(body.content ?? []), para(`new-${step}`, `Line ${step}.`)] }));
        expect((await acceptSuggestions(as('legal'), section.letterId, { ids: [rows[index]!.id] })).left).toEqual([]);
      }
      expect((await words()).split('\n').slice(0, 3)).toEqual([
        'Initial margin is held twice.',
        'It is held all alone.',
        'We ask for one cleared account now.',
      ]);
      expect(await writing.rows()).toEqual([]);
    }
  });

  it('keeps with its words what another author’s accepted words took the place of, and takes the rest', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    await writing.suggest('approver', (body) => says('b', 'It is held apart.')(says('a', 'Margin is held everywhere.')(body)));
    const of = (rows: Awaited<ReturnType<typeof writing.rows>>, word: string) =>
      rows.find(({ change }) => JSON.stringify(change).includes(word))!.id;
    const rows = await writing.rows();
    await acceptSuggestions(as('legal'), section.letterId, { authorId: firm.memberId('risk') });
    expect(plainTextOf(await writing.copyOf('approver'))).toBe('Margin is held thrice.\nIt is held apart.\nWe ask for one account.');
    expect(idsOf(await writing.rows('orphaned'))).toEqual([of(rows, 'everywhere')]);
    expect(await acceptSuggestions(as('legal'), section.letterId, { ids: [of(rows, 'everywhere'), of(rows, 'apart')] })).toEqual({
      done: [of(rows, 'apart')],
      left: [{ id: of(rows, 'everywhere'), reason: 'What it was about is not in the text any more.' }],
    });
    expect(await words()).toBe('Margin is held thrice.\nIt is held apart.\nWe ask for one account.');
  });

  it('throws nothing away that its author wrote since it was last shown', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    const ids = idsOf(await writing.rows());
    await writing.typeInCopy('risk', says('a', 'Margin is held thrice a day.'));
    expect(await rejectSuggestions(as('legal'), section.letterId, { ids })).toEqual({
      done: [],
      left: [{ id: ids[0], reason: 'Its author went on writing. Look at it again.' }],
    });
    expect(plainTextOf(await writing.copyOf('risk'))).toContain('thrice a day');
    expect((await rejectSuggestions(as('legal'), section.letterId, { ids })).done).toEqual(ids);
  });

  it('takes nothing that its author wrote since it was last shown', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    const ids = idsOf(await writing.rows());
    await writing.typeInCopy('risk', says('a', 'Margin is held thrice a day.'));
    expect(await acceptSuggestions(as('legal'), section.letterId, { all: true })).toEqual({
      done: [],
      left: [{ id: ids[0], reason: 'Its author went on writing. Look at it again.' }],
    });
    expect((await acceptSuggestions(as('legal'), section.letterId, { ids })).done).toEqual(ids);
    expect(await words()).toContain('Margin is held thrice a day.');
  });

  it('decides at the same moment once', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    const ids = idsOf(await writing.rows());
    const answers = await Promise.all([
      acceptSuggestions(as('legal'), section.letterId, { ids }),
      rejectSuggestions(as('administrator'), section.letterId, { ids }),
      acceptSuggestions(as('administrator'), section.letterId, { ids }),
    ]);
    expect(answers.flatMap(({ done }) => done)).toEqual(ids);
    expect(answers.flatMap(({ left }) => left)).toHaveLength(2);
  });

  it.each(['risk', 'approver', 'observer', 'outside-counsel'] as const)('is not for %s', async (role) => {
    await writing.suggest('legal', says('a', 'Margin is held thrice.'));
    const ids = idsOf(await writing.rows());
    const decide = [
      () => acceptSuggestions(as(role), section.letterId, { ids }),
      () => acceptSuggestions(as(role), section.letterId, { all: true }),
      () => rejectSuggestions(as(role), section.letterId, { ids }),
      () => undoDecision(as(role), section.letterId, ids),
      () => withdrawSuggestions(as(role), section.letterId, { ids }),
    ];
    for (const attempt of decide) await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const listed = (await listSuggestions(as(role), section.letterId)).suggestions;
    expect(listed.map(({ rights }) => rights.accept.allowed)).toEqual([false]);
    expect(idsOf(await writing.rows())).toEqual(ids);
  });

  it('lets an author take back their own', async () => {
    await writing.suggest('outside-counsel', says('a', 'Margin is held thrice.'));
    const ids = idsOf(await writing.rows());
    expect(await withdrawSuggestions(as('outside-counsel'), section.letterId, { ids })).toEqual({ done: ids, left: [] });
    expect(await writing.copyOf('outside-counsel')).toEqual(await writing.text());
    expect(await events('suggestion.withdrawn')).toHaveLength(1);
  });

  it('touches no signed section', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    const ids = idsOf(await writing.rows());
    await database.db.section.update({ where: { id: section.sectionId }, data: { state: 'signed' } });
    await expect(acceptSuggestions(as('legal'), section.letterId, { ids })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'This section is signed. Reopen it to change it.',
    });
    expect(idsOf(await writing.rows())).toEqual(ids);
  });

  it('finds nothing of another firm', async () => {
    await writing.suggest('risk', says('a', 'Margin is held thrice.'));
    const ids = idsOf(await writing.rows());
    const { letterId } = await makeSection(database.db, other.firmId, other.memberId('legal'), TEXT);
    const ctx = other.ctxAs('administrator');
    const attempts = [
      () => listSuggestions(ctx, section.letterId),
      () => acceptSuggestions(ctx, section.letterId, { ids }),
      () => acceptSuggestions(ctx, section.letterId, { all: true }),
      () => rejectSuggestions(ctx, letterId, { ids }),
      () => withdrawSuggestions(ctx, letterId, { ids }),
      () => undoDecision(ctx, letterId, ids),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
