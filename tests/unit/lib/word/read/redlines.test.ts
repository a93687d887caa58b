import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Source } from '@/lib/letter/citations/source';
import { canonicalBody } from '@/lib/letter/compare/canonical-body';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackLetter } from '@/lib/letter/tracked/track-letter';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyEdits } from '@/tests/support/any-body';
import { editBody } from '@/tests/support/edit-body';
import { fullLetter } from '@/tests/support/full-letter';
import { letter, section, uuid } from '@/tests/support/letters';
import { doc, note, p } from '@/tests/support/named-body';
import { asVersion, CLEAN, changesIn, returned } from '@/tests/support/returned-letter';

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

  it('has each citation once on either side, where it reads otherwise because one before it is gone', async () => {
    const cite = (nodeId: number): ProseNode => ({
      type: 'citation',
      attrs: { sourceId: 's', nodeId: uuid(nodeId), signal: null, pinpoint: null, parenthetical: null },
    });
    const source: Source = { id: 's', kind: 'letter', fields: { from: 'SIFMA', to: 'the SEC', date: '2020-12-07' } };
    const version = (...blocks: ProseNode[]): LetterContent => ({
      ...asVersion(letter([section('discussion', 'Costs', doc(...blocks))])),
      sources: { s: source },
    });
    const later = p('b', 'It costs.', note('n', p('d', 'See ', cite(2), '.')));
    const before = version(p('a', 'It is so.', note('m', p('c', cite(1), '.'))), later);
    const after = version(p('a', 'It is so.'), later);
    const bytes = await writeLetter(trackLetter(before, after, { author: 'Redline', at: '2026-09-01T00:00:00Z' }), {
      ...CLEAN,
      kind: 'redline',
    });
    expect([...changesIn(after, returned(bytes, after), 'accept')]).toEqual([]);
    expect([...changesIn(before, returned(bytes, before), 'reject')]).toEqual([]);
  });
});
