import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LetterContent } from '@/lib/letter/letter-content';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { hygieneOf } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyEdits } from '@/tests/support/any-body';
import { anyLetter } from '@/tests/support/any-letter';
import { editLetter, fullLetterRevised, named } from '@/tests/support/edit-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { paragraphTexts } from '@/tests/support/settled-word';

const by = { author: 'Redline', at: '2026-11-20T00:00:00.000Z' };
const citeAction = (key: string) => (key === 'mou-2026' ? 'Memorandum of Understanding (Mar. 11, 2026)' : null);
const clean = (content: LetterContent) => writeLetter(content, { kind: 'clean', citeAction });
const redline = (before: LetterContent, after: LetterContent) =>
  writeLetter(trackLetter(before, after, by), { kind: 'redline', citeAction });
/** The same cases every time; SEED and the number of runs ask for others. */
const SEED = Number(process.env.SEED ?? 20261122);
const PATIENCE = 900_000;

describe('a redline', () => {
  it(
    'is valid Open XML, and leaves either letter where all is accepted or rejected',
    async () => {
      const [before, after] = [named(fullLetter()), fullLetterRevised()];
      const bytes = await redline(before, after);
      expect(await validateOpenXml(bytes)).toEqual([]);
      expect(paragraphTexts(bytes, 'accept')).toEqual(paragraphTexts(await clean(after), 'accept'));
      expect(paragraphTexts(bytes, 'reject')).toEqual(paragraphTexts(await clean(before), 'accept'));
    },
    PATIENCE,
  );

  it(
    'is the clean letter where nothing changed',
    async () => {
      const content = named(fullLetter());
      expect(Buffer.compare(Buffer.from(await redline(content, content)), Buffer.from(await clean(content)))).toBe(0);
    },
    PATIENCE,
  );

  it(
    'does so for any letter and any edits',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyLetter,
          anyLetter,
          anyEdits(),
          fc.array(fc.nat({ max: 10_000 }), { minLength: 4, maxLength: 4 }),
          async (one, other, edits, choice) => {
            const before = named(one);
            const after = editLetter(before, named(other), edits, choice);
            const bytes = await redline(before, after);
            expect(await validateOpenXml(bytes)).toEqual([]);
            expect(paragraphTexts(bytes, 'accept')).toEqual(paragraphTexts(await clean(after), 'accept'));
            expect(paragraphTexts(bytes, 'reject')).toEqual(paragraphTexts(await clean(before), 'accept'));
          },
        ),
        { numRuns: Number(process.env.REDLINES ?? 60), seed: SEED, endOnFailure: true },
      );
    },
    PATIENCE,
  );

  it('names nobody but the author it was given', async () => {
    const parts = unzipSync(await redline(named(fullLetter()), fullLetterRevised()));
    const authors = Object.values(parts).flatMap((part) => [...strFromU8(part).matchAll(/w:author="([^"]*)"/g)].map(([, name]) => name));
    expect([...new Set(authors)]).toEqual(['Redline']);
    expect(Object.keys(parts).filter((part) => /comments|people/.test(part))).toEqual([]);
    expect(hygieneOf(parts, 'redline')).toEqual([]);
  });
});
