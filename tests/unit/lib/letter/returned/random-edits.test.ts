import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '@/lib/letter/compare/apply-changes';
import { describeChange } from '@/lib/letter/compare/describe-change';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ReturnReport } from '@/lib/letter/returned/return-report';
import { compareReturn } from '@/lib/services/returned/return-thread';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyLetter } from '@/tests/support/any-letter';
import { editWord, NEW_WORD, WORD_ACTS, type WordAct } from '@/tests/support/edit-word-xml';
import { doc, letter, p, section, table, td, tr } from '@/tests/support/letters';
import { asVersion, CLEAN } from '@/tests/support/returned-letter';
import { paragraphTexts } from '@/tests/support/settled-word';

/** The same cases every time; SEED and the number of runs ask for others. */
const SEED = Number(process.env.SEED ?? 20261122);
/** How many letters are edited in all; 300 are what the promise is about, and take minutes. */
const LETTERS = Number(process.env.LETTERS ?? 66);

/** What each edit is told as. Of a paragraph in a list or table it is of its item or cell. */
const TOLD: Readonly<Record<WordAct, RegExp>> = {
  'insert words': new RegExp(`^inserted \\| {0,2}${NEW_WORD} ?$`),
  'delete words': /^deleted [a-z ]+\|$/,
  'replace words': new RegExp(`^replaced [a-z]+ ?\\|${NEW_WORD} ?$`),
  bold: /^made bold /,
  italic: /^made italic /,
  // an item of several paragraphs, whose first one is parted, becomes two
  split: /^(split|redid) /,
  join: /^joined /,
  'insert paragraph': new RegExp(`^inserted \\|The ${NEW_WORD} of it\\.$`),
  'delete paragraph': /^deleted .*\|$/s,
  'insert row': new RegExp(`^inserted \\|${NEW_WORD}[^]*$`),
  'delete row': /^deleted .*\|$/s,
};

const place = fc.nat({ max: 10_000 });

/** Tables as an editor makes them, with rows of one length. */
const line = fc.lorem({ maxCount: 4 });
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) => fc.array(fc.array(line, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }))
  .map((rows) => table(...rows.map((cells) => tr(...cells.map((words) => td(words))))));
const tabled = fc
  .tuple(line, tables, line, tables)
  .map(([one, first, other, last]) =>
    asVersion(
      letter([section('question', 'Costs', doc(p(one), first, p(other), last)), section('discussion', 'Accounts', doc(last, p(one)))]),
    ),
  );
const paragraphs = fc
  .array(fc.lorem({ maxCount: 8 }), { minLength: 2, maxLength: 5 })
  .map((lines) => asVersion(letter([section('question', 'Costs', doc(...lines.map((words) => p(words))))])));
/** Rows and neighbours that can be joined are rare in any letter. */
const lettersFor = (act: WordAct) =>
  act.endsWith('row') ? tabled : act === 'join' ? fc.oneof(anyLetter.map(asVersion), paragraphs) : anyLetter.map(asVersion);
const written = (content: LetterContent) => writeLetter(content, CLEAN);

/** Whether a piece of XML stands in a file. */
function holds(bytes: Uint8Array, xml: string): boolean {
  const parts = unzipSync(bytes);
  return ['word/document.xml', 'word/footnotes.xml'].some((part) => parts[part] && strFromU8(parts[part]).includes(xml));
}

/** The letter with all that came back accepted, one after the other. */
function accepted(content: LetterContent, { changes }: ReturnReport): LetterContent {
  const sections = content.sections.map((section) => {
    let { body } = section;
    for (const { sectionId, change } of changes) {
      if (sectionId !== section.id) continue;
      const applied = applyChanges(body, [change]);
      expect(applied.conflicts).toEqual([]);
      body = applied.body;
    }
    return { ...section, body };
  });
  return { ...content, sections };
}

describe('an edit that somebody made in a file', () => {
  it.each(WORD_ACTS)(
    'comes back as exactly that suggestion: %s',
    async (act) => {
      await fc.assert(
        fc.asyncProperty(
          lettersFor(act),
          place,
          place,
          fc.constantFrom(null, 'Jane Counsel', 'Max Weber'),
          async (content, at, to, author) => {
            const edited = editWord(await written(content), { act, at, to, author });
            fc.pre(edited !== null);
            const report = await compareReturn({ bytes: edited.bytes, snapshot: content, now: content, knowledge: {} });
            expect([report.conflicts, report.notUnderstood, report.known]).toEqual([[], [], []]);
            expect(report.changes.map(({ name }) => name)).toEqual([author]);
            const told = report.changes
              .map(({ change }) => describeChange(change))
              .map(({ verb, deleted, inserted }) => `${verb} ${deleted}|${inserted}`);
            expect(told[0]).toMatch(TOLD[act]);
            expect(paragraphTexts(await written(accepted(content, report)), 'accept')).toEqual(paragraphTexts(edited.bytes, 'accept'));
          },
        ),
        { numRuns: Math.ceil(LETTERS / WORD_ACTS.length), seed: SEED, endOnFailure: true, maxSkipsPerRun: 1000 },
      );
    },
    600_000,
  );

  it('comes back under the name of each who made one, and without a name where nobody tracked it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 3, arbitrary: anyLetter.map(asVersion) }, tabled),
        fc.tuple(
          ...['Jane Counsel', 'Max Weber', null].map((author) =>
            fc.record({ act: fc.constantFrom(...WORD_ACTS), at: place, to: place, author: fc.constant(author) }),
          ),
        ),
        async (content, edits) => {
          let bytes = await written(content);
          const taken: string[] = [];
          const names: (string | null)[] = [];
          for (const edit of edits) {
            const edited = editWord(bytes, edit, taken);
            if (!edited) continue;
            bytes = edited.bytes;
            taken.push(edited.xml);
            names.push(edit.author);
          }
          // a row that went took with it what was edited in it
          const standing = names.filter((_, index) => holds(bytes, taken[index] ?? ''));
          fc.pre(standing.length > 1);
          const report = await compareReturn({ bytes, snapshot: content, now: content, knowledge: {} });
          expect([report.conflicts, report.notUnderstood, report.known]).toEqual([[], [], []]);
          expect(new Set(report.changes.map(({ name }) => name))).toEqual(new Set(standing));
          expect(paragraphTexts(await written(accepted(content, report)), 'accept')).toEqual(paragraphTexts(bytes, 'accept'));
        },
      ),
      { numRuns: Math.ceil(LETTERS / 10), seed: SEED, endOnFailure: true, maxSkipsPerRun: 1000 },
    );
  }, 600_000);
});
