import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanLine } from '@/lib/core/clean-text';
import type { LetterContent } from '@/lib/letter/letter-content';
import { asWordHolds } from '@/lib/letter/returned/as-word-holds';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyLetter } from '@/tests/support/any-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { pagedLetter } from '@/tests/support/paged-letters';
import { asVersion, CLEAN, returned, sideOf } from '@/tests/support/returned-letter';

/** The same cases every time; SEED and the number of runs ask for others. */
const SEED = Number(process.env.SEED ?? 20261122);
/** How many letters are tried: 300 are what the promise is about. */
const LETTERS = Number(process.env.LETTERS ?? 300);

/** The same with the marks of each text in one order, which means nothing. */
const inOneOrder = (node: ProseNode): ProseNode => ({
  ...node,
  ...(node.marks ? { marks: node.marks.toSorted((one, other) => one.type.localeCompare(other.type)) } : {}),
  ...(node.content ? { content: node.content.map(inOneOrder) } : {}),
});

async function expectNothingChanged(letter: LetterContent): Promise<void> {
  const document = returned(await writeLetter(letter, CLEAN), letter);
  expect(new Set(document.sections.map(({ id }) => id))).toEqual(new Set(letter.sections.map(({ id }) => id)));
  for (const section of document.sections) {
    const sent = letter.sections.find(({ id }) => id === section.id) as LetterContent['sections'][number];
    expect(inOneOrder(sideOf(sent.body, section))).toEqual(inOneOrder(asWordHolds(sent.body)));
    expect(section.title).toBe(sent.kind === 'introduction' ? '' : cleanLine(sent.title));
    expect(section.titleBefore).toBeNull();
  }
  expect(document.notUnderstood).toEqual([]);
  expect(document.authors).toEqual([]);
  expect(document.sections.flatMap(({ objects }) => Object.values(objects)).filter(({ altered }) => altered)).toEqual([]);
}

describe('a file that nobody edited', () => {
  it(`says what the letter says, for ${LETTERS} letters`, async () => {
    await fc.assert(fc.asyncProperty(anyLetter.map(asVersion), expectNothingChanged), { numRuns: LETTERS, seed: SEED, endOnFailure: true });
  }, 900_000);

  it('says what a letter with every kind of node says', async () => {
    await expectNothingChanged(fullLetter());
  });

  it.each(['prose', 'notes', 'tables', 'lists', 'figures'] as const)('says what long letters of %s say', async (flavour) => {
    await expectNothingChanged(pagedLetter(flavour, 6, 7));
  });
});
