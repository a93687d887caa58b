import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentForAgency } from '@/lib/letter/agencies/content-for-agency';
import type { LetterContent } from '@/lib/letter/letter-content';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { holdAsLater } from '@/lib/letter/protection/hold-as-later';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { contentOfBuild, renderLetter } from '@/lib/services/export/render-letter';
import { hygieneOf } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import type { BuildKind } from '@/lib/word/letter-build';
import { draftRequest } from '@/lib/word/write/request-letter/draft-request';
import { paragraphTexts } from '@/tests/support/settled-word';
import { anyLetterInWork, type LetterInWork } from '@/tests/support/whole-letter';

/** Letters for each test; set higher for a long look. */
const LETTERS = Number(process.env.LETTERS ?? 12);
/** The same cases every time; another number asks for others. */
const SEED = Number(process.env.SEED ?? 20261122);
const PATIENCE = 3_600_000;

function toRender(
  { before, content, suggestions, threads, privilegedThreads, agency }: LetterInWork,
  build: BuildKind,
  privileged = false,
) {
  return {
    request: { build, agency, against: build === 'redline' ? 1 : null, privileged },
    content,
    versionHash: 'ab12'.repeat(16),
    before: build === 'redline' ? { content: before, tracker: { author: 'Redline', at: '2026-11-20T00:00:00.000Z' } } : null,
    suggestions: suggestions.map((each, index) => ({ ...each, id: `${index}` })),
    threads: privileged ? privilegedThreads : threads,
    marking: { words: 'Confidential Treatment Requested by Harbour & Lyle', identifierPrefix: 'HLS-' },
    template: null,
  };
}

/** What a build of a letter says, without changes and comments. */
async function said(work: LetterInWork, content: LetterContent): Promise<string[]> {
  const bytes = await renderLetter({ ...toRender(work, 'clean'), content });
  return paragraphTexts(bytes, 'accept');
}

function ofAll(check: (work: LetterInWork) => Promise<void>, letters = LETTERS): Promise<void> {
  return fc.assert(fc.asyncProperty(anyLetterInWork, check), { numRuns: letters, seed: SEED, endOnFailure: true });
}

async function expectSound(bytes: Uint8Array, build: BuildKind): Promise<void> {
  expect(await validateOpenXml(bytes)).toEqual([]);
  expect(hygieneOf(unzipSync(bytes), build).filter(({ severity }) => severity === 'error')).toEqual([]);
}

describe('of any letter, for both agencies or one', () => {
  it.each<[string, BuildKind]>([
    ['a clean file', 'clean'],
    ['a public file', 'public'],
    ['a confidential file', 'confidential'],
  ])(
    '%s is valid Open XML without traces',
    (_, build) => ofAll(async (work) => expectSound(await renderLetter(toRender(work, build)), build)),
    PATIENCE,
  );

  it(
    'a redline is valid Open XML; accepted it is the later version, rejected the earlier one without what is privileged now',
    () =>
      ofAll(async (work) => {
        const bytes = await renderLetter(toRender(work, 'redline'));
        await expectSound(bytes, 'redline');
        expect(paragraphTexts(bytes, 'accept')).toEqual(await said(work, work.content));
        expect(paragraphTexts(bytes, 'reject')).toEqual(await said(work, holdAsLater(work.before, work.content)));
      }),
    PATIENCE,
  );

  it.each([
    ['a review', false],
    ['a review with what is privileged', true],
  ])(
    '%s is valid Open XML; rejected it is the letter as it stands',
    (_, privileged) =>
      ofAll(async (work) => {
        const letter = toRender(work, 'review', privileged);
        const bytes = await renderLetter(letter);
        await expectSound(bytes, 'review');
        const standing = contentOfBuild({ ...letter, suggestions: [] });
        // where a comment is about an opening in which nothing is written, a sign stands for its words
        const without = (lines: readonly string[]) => lines.filter((line) => line !== 'BodyText: [No text]');
        expect(without(paragraphTexts(bytes, 'reject'))).toEqual(
          paragraphTexts(await renderLetter({ ...letter, suggestions: [], threads: [] }), 'reject'),
        );
        expect(standing.sections).toHaveLength(work.content.sections.length);
      }),
    PATIENCE,
  );

  it(
    'a request for confidential treatment is valid Open XML without traces',
    () =>
      ofAll(async ({ content, agency }) => {
        const to = agency ?? 'SEC';
        const filed = contentForAgency(withoutPrivileged(content), to);
        await expectSound(await draftRequest(filed, to, readConfidentialRequest({ name: 'Harbour & Lyle' })), 'clean');
      }),
    PATIENCE,
  );
});
