import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readConfidentialRequest } from '@/lib/letter/protection/confidential-request';
import { renderPackage } from '@/lib/services/submission/render-package';
import { checkPackage } from '@/lib/word/check/check-package';
import { validateOpenXml } from '@/lib/word/check/validate-open-xml';
import { annexRun } from '@/tests/support/annex-input';
import { anyHiddenLetter, found } from '@/tests/support/hidden-letter';
import { RUN } from '@/tests/support/letters';

/** Set higher for a long look. */
const RUNS = Number(process.env.PACKAGE_RUNS ?? 12);

const packageOf = (content: Parameters<typeof renderPackage>[0]['content'], progress?: Parameters<typeof renderPackage>[1]) =>
  renderPackage(
    {
      content,
      version: { number: 3, contentHash: 'a'.repeat(64) },
      agencies: ['CFTC'],
      request: null,
      facts: readConfidentialRequest({ name: 'Harbour & Lyle' }),
      marking: { words: 'Confidential Treatment Requested by Harbour & Lyle', identifierPrefix: 'EXB-' },
      template: null,
      runs: [annexRun({ runId: RUN })],
    },
    progress,
  );

it('has nothing of what is held back outside of its confidential folder, whatever is marked', { timeout: 600_000 }, async () => {
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(anyHiddenLetter, async ({ content, needles }) => {
      const parts = unzipSync((await packageOf(content)).bytes);
      for (const [path, bytes] of Object.entries(parts)) {
        const isZip = /\.(docx|xlsx)$/.test(path);
        const words = isZip ? '' : strFromU8(bytes).toLowerCase();
        const hits = isZip ? found(bytes, needles) : needles.filter((needle) => words.includes(needle.toLowerCase()));
        if (path.startsWith('confidential/')) hidden += hits.length;
        else expect([path, hits]).toEqual([path, []]);
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  // the search finds what is there
  expect(hidden).toBeGreaterThan(0);
});

it('holds Word files without a fault, and the same bytes twice', { timeout: 120_000 }, async () => {
  const [letter] = fc.sample(anyHiddenLetter, { numRuns: 1, seed: 7 });
  if (!letter) throw new Error('There is a letter.');
  const { bytes } = await packageOf(letter.content);
  expect((await packageOf(letter.content)).bytes).toEqual(bytes);
  for (const [path, part] of Object.entries(unzipSync(bytes))) {
    if (path.endsWith('.docx')) expect([path, await checkPackage(part, validateOpenXml)]).toEqual([path, { ok: true, value: [] }]);
  }
});

it('tells how far it is, up to the whole', { timeout: 120_000 }, async () => {
  const [letter] = fc.sample(anyHiddenLetter, { numRuns: 1, seed: 7 });
  if (!letter) throw new Error('There is a letter.');
  const told: (readonly [done: number, total: number])[] = [];
  await packageOf(letter.content, (done, total) => told.push([done, total]));
  const total = told[0]?.[1] ?? 0;
  expect(told).toEqual(Array.from({ length: total + 1 }, (_, done) => [done, total]));
});
