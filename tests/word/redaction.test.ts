import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { redactContent } from '@/lib/letter/protection/redact-content';
import { withoutPrivileged } from '@/lib/letter/protection/without-privileged';
import { hygieneOf } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import type { LetterBuild } from '@/lib/word/letter-build';
import { draftRequest } from '@/lib/word/write/request-letter/draft-request';
import { writeLetter } from '@/lib/word/write/write-letter';
import { anyHiddenLetter, found } from '@/tests/support/hidden-letter';

const citeAction = () => 'Order (2026)';
const open: LetterBuild = { kind: 'public', citeAction };
const marked: LetterBuild = {
  kind: 'confidential',
  citeAction,
  marking: { words: 'Confidential Treatment Requested by Harbour & Lyle', identifierPrefix: 'EXB-' },
};
const PATIENCE = 900_000;
/** Set lower while working on it. */
const RUNS = Number(process.env.REDACTION_RUNS ?? 300);
/** Any cases; a number asks for the same ones again. */
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

describe('what is held back', () => {
  it(
    'is nowhere in the public file, and is in the one of before',
    async () => {
      let [sought, before] = [0, 0];
      await fc.assert(
        fc.asyncProperty(anyHiddenLetter, async ({ content, needles }) => {
          const bytes = await writeLetter(redactContent(withoutPrivileged(content)).content, open);
          expect(found(bytes, needles)).toEqual([]);
          sought += needles.length;
          before += found(await writeLetter(content, { kind: 'clean', citeAction }), needles).length;
        }),
        { numRuns: RUNS, endOnFailure: true, ...SEED },
      );
      // the search finds what is there: all but what no file shows, such as names of nodes
      expect(before).toBeGreaterThan(sought * 0.7);
    },
    PATIENCE,
  );

  it(
    'is redacted too where it is privileged and was not taken out before',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyHiddenLetter, async ({ content, needles }) => {
          expect(found(await writeLetter(redactContent(content).content, open), needles)).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 6), endOnFailure: true, ...SEED },
      );
    },
    PATIENCE,
  );

  it(
    'stands in no request for confidential treatment',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyHiddenLetter, async ({ content, needles }) => {
          const facts = readConfidentialRequest({ name: 'Harbour & Lyle' });
          for (const agency of ['CFTC', 'SEC'] as const) {
            expect(found(await draftRequest(withoutPrivileged(content), agency, facts), needles)).toEqual([]);
          }
        }),
        { numRuns: Math.ceil(RUNS / 6), endOnFailure: true, ...SEED },
      );
    },
    PATIENCE,
  );

  it(
    'leaves valid files without names, times or changes',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyHiddenLetter, async ({ content }) => {
          const filed = withoutPrivileged(content);
          for (const bytes of [
            await writeLetter(redactContent(filed).content, open),
            await writeLetter(filed, marked),
            await draftRequest(filed, 'CFTC', readConfidentialRequest({})),
          ]) {
            expect(await validateOpenXml(bytes)).toEqual([]);
            expect(hygieneOf(unzipSync(bytes)).filter(({ severity }) => severity === 'error')).toEqual([]);
          }
        }),
        { numRuns: Math.ceil(RUNS / 20), endOnFailure: true, ...SEED },
      );
    },
    PATIENCE,
  );
});
