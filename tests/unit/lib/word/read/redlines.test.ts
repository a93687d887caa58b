import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { LetterContent } from '@/lib/letter/letter-content';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyEdits } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';
import { fullLetter } from '@/tests/support/full-letter';
import { CLEAN, changesIn, returned } from '@/tests/support/returned-letter';

const REDLINES = Number(process.env.REDLINES ?? 15);
const LETTER = fullLetter();
const BEFORE: LetterContent = {
  ...LETTER,
  sections: LETTER.sections.map((section) => ({ ...section, body: canonicalBody(section.body) })),
};

describe('a redline that is read back', () => {
  it('is the new text where all is accepted, and the old one where all is rejected', async () => {
    await fc.assert(
      fc.asyncProperty(anyEdits(), async (edits) => {
        const sections = BEFORE.sections.map((own, index) =>
          index === 2 || index === 3 ? { ...own, body: editBody(own.body, edits, 'x') } : own,
        );
        const after = { ...BEFORE, sections };
        const bytes = await writeLetter(trackLetter(BEFORE, after, { author: 'Redline', at: '2026-09-01T00:00:00Z' }), {
          ...CLEAN,
          kind: 'redline',
        });
        expect([...changesIn(after, returned(bytes, after), 'accept')]).toEqual([]);
        expect([...changesIn(BEFORE, returned(bytes, BEFORE), 'reject')]).toEqual([]);
      }),
      { numRuns: REDLINES, seed: 4, endOnFailure: true },
    );
  }, 600_000);
});
