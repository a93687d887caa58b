import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import { decideSuggestions } from '@/lib/services/suggestion/decide-suggestions';
import { AuthorPage } from '@/tests/support/author-page';
import { type CollabServer, startCollab, until } from '@/tests/support/collab';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';
import { makeFirm, type TestFirm } from '@/tests/support/firm';
import { makeSection, type TestSection } from '@/tests/support/letter-section';
import { doc, p } from '@/tests/support/section-body';
import { Suggesting } from '@/tests/support/suggesting';

const ASIDES = [
  ['One.', 'accepted'],
  ['Two.', 'rejected'],
  ['Three.', 'accepted'],
  ['Four.', 'rejected'],
] as const;

let database: TestDatabase;
let firm: TestFirm;
let section: TestSection;
let server: CollabServer;
let suggesting: Suggesting;
let page: AuthorPage;

beforeAll(async () => {
  database = await createTestDatabase();
  firm = await makeFirm(database.db);
});
beforeEach(async () => {
  const body = doc(...ASIDES.map(([words]) => p(words)), p('We thank you.'));
  section = await makeSection(database.db, firm.firmId, firm.memberId('legal'), body);
  server = await startCollab(database.db);
  suggesting = new Suggesting(database.db, firm, section.sectionId);
});
afterEach(async () => {
  page.close();
  await server.stop();
});
afterAll(() => database.drop());

/** The page with a suggestion behind each of the first paragraphs, and the cursor at the end. */
async function openPage(onTheWay?: (what: 'fork' | 'late-updates') => Promise<unknown>): Promise<AuthorPage> {
  const role = 'outside-counsel';
  const { host } = server;
  page = new AuthorPage({ host, cookie: await firm.cookieAs(role), sectionId: section.sectionId, ctx: firm.ctxAs(role), onTheWay });
  await page.bindUntil(() => page.isSaved);
  for (const [words] of ASIDES) type(` Aside ${words}`, words);
  type('', 'thank you.');
  await page.bindUntil(() => page.isSaved);
  await suggesting.settle();
  return page;
}

function type(letters: string, behind?: string): void {
  if (behind) page.editor?.putCaretBehind(behind);
  if (letters) page.editor?.type(letters);
}

/** Another decides what has these words in it. */
async function decide(words: string, decision: 'accepted' | 'rejected'): Promise<void> {
  await suggesting.settle();
  const rows = (await suggesting.rows()).filter(({ change }) => JSON.stringify(change).includes(words));
  await decideSuggestions(firm.ctxAs('legal'), { letterId: section.letterId, choice: { ids: rows.map(({ id }) => id) }, decision });
}

/** The author's page and the server have the same text, with these words in this order and only the asides that were accepted. */
async function expectWords(words: readonly string[]): Promise<void> {
  await page.bindUntil(() => page.isSaved);
  const kept = plainTextOf(await suggesting.copyOf('outside-counsel'));
  expect(kept.match(/w\d+/g)).toEqual(words);
  expect(kept.match(/Aside \w+/g)).toEqual(['Aside One', 'Aside Three']);
  expect(page.editor?.text).toBe(kept);
}

describe('the page of an author whose suggestions are decided while they type', () => {
  it('is not bound to a copy that ended while its words were on their way to the next', async () => {
    let letOn = () => {};
    let held: Promise<void> | null = null;
    await openPage(async (what) => (what === 'late-updates' ? held : null));
    const plugins = page.editor?.state.plugins.length;
    await decide('Aside One', 'accepted');
    await until(() => page.newest === 2);
    type(' w1');
    held = new Promise((resolve) => {
      letOn = resolve;
    });
    for (const [words, decision] of ASIDES.slice(1)) await decide(`Aside ${words}`, decision);
    type(' w2');
    await wait(300);
    page.bind();
    type(' w3');
    letOn();
    await page.bindUntil(() => page.generation === 5);
    type(' w4');
    await expectWords(['w1', 'w2', 'w3', 'w4']);
    expect(page.editor?.state.plugins).toHaveLength(Number(plugins));
  });

  /** milliseconds: a request takes, the page binds after, a decision comes after, each up to so many */
  it.each([
    [0, 0, 100],
    [150, 0, 100],
    [150, 240, 100],
    [300, 240, 200],
    [300, 360, 0],
    [0, 360, 300],
  ])('loses, doubles and moves no word (%i, %i, %i)', async (request, late, pause) => {
    const upTo = (most: number) => Math.random() * most;
    await openPage(() => wait(upTo(request)));
    const words: string[] = [];
    let [typing, decided] = [true, false];
    const writing = (async () => {
      while (typing) {
        words.push(`w${words.length + 1}`);
        for (const letter of ` ${words.at(-1)}`) {
          type(letter);
          await wait(5);
        }
      }
    })();
    const binding = page.bindUntil(
      () => decided,
      () => upTo(late),
    );
    try {
      for (const [place, decision] of ASIDES) {
        await wait(upTo(pause));
        await decide(`Aside ${place}`, decision);
      }
      // what is being typed itself
      await decide(' w', 'accepted');
      await wait(300);
    } finally {
      typing = false;
      decided = true;
      await Promise.all([writing, binding]);
    }
    await expectWords(words);
  });
});
