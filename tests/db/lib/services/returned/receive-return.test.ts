import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { LetterContent } from '@/lib/letter/letter-content';
import { compareReturned } from '@/lib/letter/returned/compare-returned';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import { verifyReturned } from '@/lib/letter/returned/verify-returned';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { listThreads } from '@/lib/services/comment/list-threads';
import { storeFile } from '@/lib/services/file/store-file';
import { listReturned } from '@/lib/services/returned/list-returned';
import { readReturned } from '@/lib/services/returned/read-returned';
import { type ReturnReader, receiveReturn } from '@/lib/services/returned/receive-return';
import { settleConflict } from '@/lib/services/returned/settle-conflict';
import { verifyFile } from '@/lib/services/returned/verify-file';
import { acceptSuggestions } from '@/lib/services/suggestion/accept-suggestions';
import { listSuggestions } from '@/lib/services/suggestion/list-suggestions';
import { rejectSuggestions } from '@/lib/services/suggestion/reject-suggestions';
import { keepVersion } from '@/lib/services/version/keep-version';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeLetter } from '@/tests/support/letter';
import { deleted, inserted, returnedOf } from '@/tests/support/returned';
import { doc, p } from '@/tests/support/section-body';
import { Suggesting } from '@/tests/support/suggesting';

let database: TestDatabase;
let firm: TestFirm;
let letterId: string;
let sectionId: string;
let section: Suggesting;
let sent: LetterContent;
let hash: string;

beforeEach(async () => {
  database ??= await createTestDatabase();
  firm = await makeFirm(database.db, `Firm ${crypto.randomUUID()}`);
  ({ letterId } = await makeLetter(firm, 1));
  const row = await database.db.section.findFirstOrThrow({ where: { letterId, kind: 'question' } });
  sectionId = row.id;
  section = new Suggesting(database.db, firm, sectionId);
  await section.write('legal', () => doc(p('Margin should reflect risk and nothing else.'), p('We support the proposal.')));
  const { number } = await keepVersion(firm.ctxAs('legal'), letterId, { name: 'Sent', note: '' });
  const kept = await database.db.letterSnapshot.findFirstOrThrow({ where: { letterId, number } });
  sent = kept.content as unknown as LetterContent;
  hash = kept.contentHash.slice(0, 32);
});
afterAll(() => database.drop());

/** Reads a file as what the test says it is, and compares it as always. */
const readerOf = (document: ReturnedDocument): ReturnReader => ({
  read: async () => document,
  compare: async ({ snapshot, now, knowledge }) => compareReturned(snapshot, document, now, knowledge),
});

const edited = (more: Partial<ReturnedDocument> = {}): ReturnedDocument =>
  returnedOf(
    sent,
    {
      [sectionId]: {
        body: doc(
          p('Margin should reflect ', inserted('actual '), 'risk and nothing else.'),
          p('We fully support the ', deleted('proposal'), inserted('rule'), '.'),
        ),
      },
    },
    { versionHash: hash, authors: ['Jane Counsel'], ...more },
  );

async function receive(document: ReturnedDocument, words = 'a file', ctx = firm.ctxAs('legal')) {
  const source = (async function* () {
    yield new TextEncoder().encode(words);
  })();
  const file = await storeFile(ctx, { name: 'letter.docx', mediaType: 'x/y', source, maxBytes: 1000 });
  return receiveReturn(ctx, { letterId, fileId: file.id }, readerOf(document));
}

const open = async () => (await listSuggestions(firm.ctxAs('legal'), letterId)).suggestions.filter(({ state }) => state === 'open');

describe('a file that came back', () => {
  it('becomes suggestions under the names of their authors, and changes nothing', async () => {
    const before = await section.text();
    const received = await receive(edited());
    expect(received).toMatchObject({ isKnown: false, suggestions: 3, conflicts: 0 });
    const suggestions = await open();
    expect(suggestions.map(({ authorName, authorId, source }) => [authorName, authorId, source]).sort()).toEqual([
      ['Jane Counsel', null, 'word'],
      ['Jane Counsel', null, 'word'],
      ['Untracked edit', null, 'word'],
    ]);
    expect(await section.text()).toEqual(before);
    const event = await database.db.auditEvent.findFirst({ where: { type: 'letter.file-returned', subjectId: letterId } });
    expect(event?.data).toMatchObject({ suggestions: 3, sha256: createHash('sha256').update('a file').digest('hex') });
  });

  it('is decided like any other suggestion', async () => {
    await receive(edited());
    const hers = (await open()).filter(({ authorName }) => authorName === 'Jane Counsel');
    const one = hers.find(({ change }) => JSON.stringify(change).includes('"actual '));
    const others = hers.filter((each) => each !== one);
    const untracked = (await open()).find(({ authorName }) => authorName === 'Untracked edit');
    const legal = firm.ctxAs('legal');
    const taken = await acceptSuggestions(legal, letterId, { ids: [one?.id ?? '', untracked?.id ?? ''] });
    await rejectSuggestions(legal, letterId, { ids: others.map(({ id }) => id) });
    expect(taken.left).toEqual([]);
    expect(plainTextOf(await section.text())).toMatch(
      /^Margin should reflect actual risk and nothing else\.\nWe fully support the proposal\.$/,
    );
    expect(await open()).toEqual([]);
  });

  it('does nothing a second time, and another file with the same edits neither', async () => {
    const first = await receive(edited());
    const again = await receive(edited());
    expect(again).toEqual({ ...first, isKnown: true, suggestions: 0, conflicts: 0 });
    const other = await receive(edited(), 'another file');
    expect(other).toMatchObject({ isKnown: false, suggestions: 0, conflicts: 0 });
    expect((await readReturned(firm.ctxAs('legal'), letterId, other.returnedId)).known.map(({ why }) => why)).toEqual([
      'suggested-before',
      'suggested-before',
      'suggested-before',
    ]);
  });

  it.each([
    ['the mark of its version', false, false, 'version'],
    ['the marks of its sections, where its version is lost', true, false, 'sections'],
    ['its text alone', true, true, 'text'],
  ] as const)('is found by %s', async (_, isVersionLost, isNameless, foundBy) => {
    const whole = edited(isVersionLost ? { versionHash: null } : {});
    const document = isNameless ? { ...whole, sections: whole.sections.map((own) => ({ ...own, id: null })) } : whole;
    const { returnedId } = await receive(document, `a file ${foundBy}`);
    expect(await readReturned(firm.ctxAs('legal'), letterId, returnedId)).toMatchObject({ foundBy });
  });

  it('of another letter of the firm is refused with its name', async () => {
    const other = await makeLetter(firm, 1);
    const file = await storeFile(firm.ctxAs('legal'), { name: 'x', mediaType: 'x/y', source: (async function* () {})(), maxBytes: 1 });
    const asked = receiveReturn(firm.ctxAs('legal'), { letterId: other.letterId, fileId: file.id }, readerOf(edited()));
    await expect(asked).rejects.toMatchObject({ code: 'UNREADABLE_FILE', message: expect.stringContaining('another letter') });
  });

  it.each<[string, (document: ReturnedDocument) => ReturnedDocument]>([
    [
      'of another firm',
      (document) => ({
        ...document,
        versionHash: 'f'.repeat(32),
        sections: document.sections.map((own) => ({ ...own, id: crypto.randomUUID() })),
      }),
    ],
    [
      'of no letter',
      (document) => ({
        ...document,
        versionHash: null,
        sections: [
          {
            ...document.sections[0],
            id: null,
            by: 'text',
            title: 'Soup',
            titleBefore: null,
            objects: {},
            body: doc(p('Boil the carrots.')),
          },
        ],
      }),
    ],
  ])('%s is refused, and nothing is kept', async (_, make) => {
    await expect(receive(make(edited()))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' });
    expect(await database.db.returnedFile.count({ where: { letterId } })).toBe(0);
  });

  it('is refused where the letter was filed', async () => {
    await database.db.letter.update({ where: { id: letterId }, data: { frozenAt: new Date() } });
    await expect(receive(edited())).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is for those who decide suggestions; another firm finds nothing', async () => {
    for (const role of ['risk', 'approver', 'observer', 'outside-counsel'] as const) {
      await expect(receive(edited(), role, firm.ctxAs(role))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const { returnedId } = await receive(edited());
    const other = (await makeFirm(database.db, `Other ${crypto.randomUUID()}`)).ctxAs('legal');
    await expect(receive(edited(), 'x', other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(listReturned(other, letterId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(readReturned(other, letterId, returnedId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(settleConflict(other, { letterId, returnedId, key: 'c1', settlement: 'keep' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('comments of a file', () => {
  const comment = (author: string, text: string) => ({ author, at: null, text });
  it('become threads of authors who are no members, and are not privileged', async () => {
    await receive(
      edited({ threads: [{ place: null, quote: '', resolved: false, comments: [comment('Jane Counsel', 'Cite the rule.')] }] }),
    );
    const { threads } = await listThreads(firm.ctxAs('risk'), letterId);
    expect(
      threads.map(({ privileged, comments }) => [privileged, comments.map(({ author, text }) => [author.id, author.name, text])]),
    ).toEqual([[false, [[null, 'Jane Counsel', 'Cite the rule.']]]]);
  });

  it('answer a privileged thread in it, and make its file one for legal alone', async () => {
    const legal = firm.ctxAs('legal');
    const at = new Date();
    const base = { firmId: firm.firmId, createdAt: at };
    await database.db.commentThread.create({
      data: {
        ...{ ...base, id: crypto.randomUUID(), letterId, sectionId, anchor: { kind: 'section' }, privileged: true },
        ...{ createdById: legal.actor.memberId, updatedAt: at },
        comments: { create: { ...base, id: crypto.randomUUID(), authorId: legal.actor.memberId, text: 'Between us: weak.' } },
      },
    });
    const thread = [comment('Somebody', 'Between us: weak.'), comment('Jane Counsel', 'I agree.')];
    const threads = [thread, [comment('Jane Counsel', 'A word on our risk.')]];
    const { returnedId } = await receive(
      edited({ threads: threads.map((comments) => ({ place: null, quote: '', resolved: false, comments })) }),
    );
    expect((await listThreads(firm.ctxAs('risk'), letterId)).threads).toEqual([]);
    expect((await listThreads(legal, letterId)).threads.map(({ privileged }) => privileged)).toEqual([true, true]);
    expect((await listThreads(legal, letterId)).threads.flatMap(({ comments }) => comments.map(({ text }) => text))).toContain('I agree.');
    const countsFor = async (role: 'risk' | 'legal') => {
      const { threads: begun, replies } = await readReturned(firm.ctxAs(role), letterId, returnedId);
      return [begun, replies, (await listReturned(firm.ctxAs(role), letterId)).files[0]?.comments];
    };
    expect(await countsFor('risk')).toEqual([0, 0, 0]);
    expect(await countsFor('legal')).toEqual([1, 2, 3]);
    expect(JSON.stringify(await readReturned(firm.ctxAs('risk'), letterId, returnedId))).not.toContain('I agree.');
  });
});

describe('a conflict', () => {
  const renamed = () => {
    const document = edited();
    return { ...document, sections: document.sections.map((own) => (own.id === sectionId ? { ...own, title: 'Another heading' } : own)) };
  };
  const conflictsOf = async (returnedId: string) => (await readReturned(firm.ctxAs('legal'), letterId, returnedId)).conflicts;

  it('is settled once, on record', async () => {
    const { returnedId } = await receive(renamed());
    const [conflict] = await conflictsOf(returnedId);
    expect(conflict?.kind).toBe('section-renamed');
    const settle = () => settleConflict(firm.ctxAs('legal'), { letterId, returnedId, key: conflict?.key ?? '', settlement: 'rename' });
    await settle();
    expect((await database.db.section.findUniqueOrThrow({ where: { id: sectionId } })).title).toBe('Another heading');
    expect((await conflictsOf(returnedId))[0]?.settled).toMatchObject({ settlement: 'rename' });
    expect(await database.db.returnedFile.findUniqueOrThrow({ where: { id: returnedId } })).toMatchObject({ settledAt: expect.any(Date) });
    await expect(settle()).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await database.db.auditEvent.count({ where: { type: 'letter.return-settled', subjectId: letterId } })).toBe(1);
  });

  it('of words that both sides changed may be taken as a suggestion, which is then decided', async () => {
    await section.write('legal', (body) => ({
      ...body,
      content: (body.content ?? []).map((block, index) =>
        index === 1 ? { ...block, content: [{ type: 'text', text: 'We support the rules.' }] } : block,
      ),
    }));
    const { returnedId } = await receive(edited());
    const conflict = (await conflictsOf(returnedId)).find(({ kind }) => kind === 'both-changed');
    expect(conflict).toMatchObject({ name: 'Jane Counsel', sent: 'proposal', file: 'rule' });
    await settleConflict(firm.ctxAs('legal'), { letterId, returnedId, key: conflict?.key ?? '', settlement: 'suggest' });
    const [settled] = (await conflictsOf(returnedId)).flatMap((own) => own.settled?.suggestionId ?? []);
    await acceptSuggestions(firm.ctxAs('legal'), letterId, { ids: [settled ?? ''] });
    expect(plainTextOf(await section.text())).toContain('support the rule.');
  });

  it('may be made a comment', async () => {
    const { returnedId } = await receive(renamed());
    await settleConflict(firm.ctxAs('legal'), { letterId, returnedId, key: 'c1', settlement: 'comment' });
    const { threads } = await listThreads(firm.ctxAs('legal'), letterId);
    expect(threads[0]?.comments[0]?.text).toContain('Another heading');
  });
});

describe('verifying', () => {
  const verify = (document: ReturnedDocument, ctx = firm.ctxAs('outside-counsel')) =>
    verifyFile(ctx, new TextEncoder().encode('x'), {
      read: async () => document,
      verify: async ({ snapshot, published }) => verifyReturned(snapshot, document, published),
    });

  it('says which version a file is and that nothing was changed', async () => {
    expect(await verify(returnedOf(sent, {}, { versionHash: hash }))).toMatchObject({
      isOurs: true,
      letterId,
      versionNumber: 1,
      isUnchanged: true,
    });
  });

  it('says what was changed', async () => {
    const answer = await verify(edited());
    expect(answer).toMatchObject({ isOurs: true, isUnchanged: false, figures: [] });
    expect(answer.isOurs && answer.words.map(({ author }) => author)).toEqual([null, 'Jane Counsel', 'Jane Counsel']);
  });

  it('says that another firm’s file is not ours', async () => {
    const other = await makeFirm(database.db, `Other ${crypto.randomUUID()}`);
    expect(await verify(edited(), other.ctxAs('legal'))).toMatchObject({ isOurs: false });
  });
});
