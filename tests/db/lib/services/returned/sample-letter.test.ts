import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorker } from '@/lib/jobs/start-worker';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ReturnedDocument } from '@/lib/letter/returned/returned-document';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { trackSuggestions } from '@/lib/letter/tracked/track-suggestions';
import { relatedAction } from '@/lib/request/actions/related-actions';
import { readLetterContent } from '@/lib/services/letter/read-letter-content';
import { compareReturn } from '@/lib/services/returned/return-thread';
import { addSample } from '@/lib/services/sample/add-sample';
import { waitForTask } from '@/lib/services/task/wait-for-task';
import { changesByAuthor } from '@/lib/word/read/changes-by-author';
import { writeLetter } from '@/lib/word/write/write-letter';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { savedByOffice } from '@/tests/support/office';
import { asVersion, changesIn, returned } from '@/tests/support/returned-letter';
import { suggestionsBetween, threadsOf } from '@/tests/support/review-letter';

const PATIENCE = 300_000;
const HASH = '0123456789abcdef'.repeat(4);
const build = { citeAction: (key: string) => relatedAction(key)?.citation ?? null, versionHash: HASH };
const nothing = { changes: [], known: [], conflicts: [], threads: [], replies: [], threadsUnchanged: 0, authors: [], notUnderstood: [] };

let database: TestDatabase;
let firm: TestFirm;
let content: LetterContent;
beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
  // threads open the database by themselves
  process.env.DATABASE_URL = database.url;
  const worker = await startWorker({ db: database.db, databaseUrl: database.url });
  const steps = { progress: () => undefined, wait: (taskId: string) => waitForTask(database.db, taskId, () => undefined) };
  const { letterId } = await addSample(firm.ctxAs('administrator'), steps);
  await worker.stop();
  content = asVersion(await database.db.$transaction((tx) => readLetterContent(tx, firm.firmId, letterId)));
}, PATIENCE);
afterAll(() => database.drop());

/** The letter with other words in some of its paragraphs. */
function revised(): LetterContent {
  const text = JSON.stringify(content.sections).replaceAll('Commissions', 'two agencies').replaceAll(' margin ', ' initial margin ');
  return { ...content, sections: JSON.parse(text) as LetterContent['sections'] };
}

const objectsIn = ({ sections }: ReturnedDocument) =>
  sections.map(({ id, objects }) => [id, Object.values(objects).map(({ kind, shown, altered }) => [kind, shown, altered])]);
const trackedIn = ({ sections }: ReturnedDocument) =>
  sections.flatMap(({ body }) => changesByAuthor(body).map(({ kind, author, text }) => `${author}: ${kind} ${text.trim()}`));

describe('the sample letter', () => {
  it('comes back as nothing where nobody edited it', async () => {
    const bytes = await writeLetter(content, { ...build, kind: 'clean' });
    expect(await compareReturn({ bytes, snapshot: content, now: content, knowledge: {} })).toEqual(nothing);
  });

  it(
    'comes back as nothing where LibreOffice saved it again, with its version, sections and figures',
    async () => {
      const sent = await writeLetter(content, { ...build, kind: 'clean' });
      const bytes = await savedByOffice(sent);
      const document = returned(bytes, content);
      expect(document.versionHash).toBe(HASH.slice(0, 32));
      expect(document.sections.map(({ id }) => id)).toEqual(returned(sent, content).sections.map(({ id }) => id));
      // behind the table of signatories LibreOffice loses the bookmark of the annex, which is found by its title
      expect(document.sections.slice(0, -1).map(({ by }) => by)).toEqual(document.sections.slice(1).map(() => 'bookmark'));
      expect(objectsIn(document)).toEqual(objectsIn(returned(sent, content)));
      expect(await compareReturn({ bytes, snapshot: content, now: content, knowledge: {} })).toEqual(nothing);
    },
    PATIENCE,
  );

  it('comes back as nothing where all bookmarks and controls were lost', async () => {
    const parts = unzipSync(await writeLetter(content, { ...build, kind: 'clean' }));
    const part = 'word/document.xml';
    const bare = strFromU8(parts[part] ?? new Uint8Array()).replace(/<w:bookmark(?:Start|End)[^>]*>|<w:tag [^>]*>/g, '');
    const bytes = zipSync({ ...parts, [part]: strToU8(bare) });
    expect(returned(bytes, content).sections.map(({ id }) => id)).toEqual(returned(zipSync(parts), content).sections.map(({ id }) => id));
    expect(await compareReturn({ bytes, snapshot: content, now: content, knowledge: {} })).toEqual(nothing);
  });

  it(
    'keeps the suggestions of a review through LibreOffice',
    async () => {
      const suggestions = suggestionsBetween(content, revised());
      expect(suggestions.length).toBeGreaterThan(2);
      const sent = await writeLetter(trackSuggestions(content, suggestions), { ...build, kind: 'review' });
      const bytes = await savedByOffice(sent);
      const [before, after] = [returned(sent, content), returned(bytes, content)];
      expect(trackedIn(after)).toEqual(trackedIn(before));
      expect([...changesIn(content, after, 'reject')]).toEqual([]);
      expect(objectsIn(after)).toEqual(objectsIn(before));
      const report = await compareReturn({ bytes, snapshot: content, now: content, knowledge: { suggestions } });
      expect([report.changes, report.conflicts]).toEqual([[], []]);
      expect(report.known.map(({ why }) => why)).toEqual(suggestions.map(() => 'suggested-before'));
    },
    PATIENCE,
  );

  it(
    'keeps the comments of a review through LibreOffice',
    async () => {
      // LibreOffice 7.4 loses which comment answers which, so that each stands by itself, and it mixes up notes around whose marks a comment stands
      const withNotes = new Set(content.sections.filter(({ body }) => JSON.stringify(body).includes('"footnote"')).map(({ id }) => id));
      const threads = threadsOf(content).filter(({ sectionId }) => !withNotes.has(sectionId));
      expect(threads.some(({ resolved, comments }) => resolved && comments.length > 1)).toBe(true);
      const sent = await writeLetter(content, { ...build, kind: 'review', threads });
      const bytes = await savedByOffice(sent);
      const said = ({ threads: own }: ReturnedDocument) =>
        own.flatMap(({ comments }) => comments.map(({ author, at, text }) => `${author}, ${at}: ${text}`)).sort();
      expect(said(returned(bytes, content))).toEqual(said(returned(sent, content)));
      const known = threads.map(({ comments }, index) => ({ id: `t${index}`, privileged: false, comments }));
      const report = await compareReturn({ bytes, snapshot: content, now: content, knowledge: { threads: known } });
      expect(report).toEqual({ ...nothing, threadsUnchanged: threads.length, authors: report.authors });
    },
    PATIENCE,
  );

  it(
    'is the new text of a redline that LibreOffice saved where all is accepted, and the old one where all is rejected',
    async () => {
      const after = revised();
      const tracker = { author: 'Redline', at: '2026-09-01T00:00:00Z' };
      const bytes = await savedByOffice(await writeLetter(trackLetter(content, after, tracker), { ...build, kind: 'redline' }));
      expect([...changesIn(after, returned(bytes, after), 'accept')]).toEqual([]);
      expect([...changesIn(content, returned(bytes, content), 'reject')]).toEqual([]);
    },
    PATIENCE,
  );
});
