import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import type { LetterContent } from '@/lib/letter/letter-content';
import { bracketConfidential } from '@/lib/letter/protection/bracket-confidential';
import { redactContent } from '@/lib/letter/protection/redact-content';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { compareReturn, readReturn, verifyReturn } from '@/lib/services/returned/return-thread';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyLetter } from '@/tests/support/any-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { doc, letter, p, section, text } from '@/tests/support/letters';
import { asVersion } from '@/tests/support/returned-letter';

/** The same cases every time; SEED and the number of runs ask for others. */
const SEED = Number(process.env.SEED ?? 20261122);
const RUNS = Number(process.env.RETURN_RUNS ?? 40);

const written = (content: LetterContent) => writeLetter(content, { kind: 'clean', citeAction: () => null, versionHash: 'ab'.repeat(32) });

/** Words, a sentence and a paragraph that are held back. */
function protectedLetter(): LetterContent {
  const mark = (protection: string) => ({ type: 'protectedText', attrs: { protection } });
  return letter([
    section(
      'question',
      'Offsets',
      doc(
        p('We hold ', text('forty accounts', mark('confidential')), ' at the clearing house.'),
        p('We support it. ', text('Counsel thinks otherwise. ', mark('privileged')), 'It reflects risk.'),
        p(text('All of this is for counsel.', mark('privileged'))),
        p('Yours.'),
      ),
    ),
    section('question', 'Accounts', doc(p('One account is enough.'))),
  ]);
}

describe('a letter that was written and read again without an edit', () => {
  const nothing = { changes: [], known: [], conflicts: [], threads: [], replies: [], threadsUnchanged: 0, authors: [], notUnderstood: [] };

  it('gives nothing: the full letter', async () => {
    const content = asVersion(fullLetter());
    const bytes = await written(content);
    expect(await compareReturn({ bytes, snapshot: content, now: content, knowledge: {} })).toEqual(nothing);
    expect(readReturn({ bytes }).versionHash).toBe('ab'.repeat(16));
  });

  it.each<[string, (content: LetterContent) => LetterContent]>([
    ['for one agency', (content) => contentForAgency(content, 'SEC')],
    ['without what is privileged', withoutPrivileged],
    ['redacted', (content) => redactContent(withoutPrivileged(content)).content],
    ['with what is confidential in brackets', (content) => bracketConfidential(withoutPrivileged(content))],
  ])('gives nothing where it was written %s', async (_, build) => {
    const content = asVersion(protectedLetter());
    const bytes = await written(build(content));
    expect(await compareReturn({ bytes, snapshot: content, now: content, knowledge: {} })).toEqual(nothing);
  });

  it('gives nothing where it was written with what a confidential file says on every page', async () => {
    const content = asVersion(protectedLetter());
    const marking = { words: 'Confidential Treatment Requested by Harbour & Lyle', identifierPrefix: 'HL-' };
    const build = { kind: 'confidential', citeAction: () => null, versionHash: 'ab'.repeat(32), marking } as const;
    const bytes = await writeLetter(withoutPrivileged(content), build);
    expect(await compareReturn({ bytes, snapshot: content, now: content, knowledge: {} })).toEqual(nothing);
  });

  it('is verified: the full letter', async () => {
    const content = asVersion(fullLetter());
    const verified = await verifyReturn({ bytes: await written(content), snapshot: content, published: content.figures, ownAuthors: [] });
    expect(verified.isUnchanged).toBe(true);
    expect(verified.figures.length).toBeGreaterThan(3);
    expect(verified.figures.filter(({ filed, file, published }) => filed !== file || file !== published)).toEqual([]);
  });

  it('gives nothing: any letter', async () => {
    await fc.assert(
      fc.asyncProperty(anyLetter, async (any) => {
        const content = asVersion(any);
        const report = await compareReturn({ bytes: await written(content), snapshot: content, now: content, knowledge: {} });
        expect(report).toEqual(nothing);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  }, 120_000);
});
