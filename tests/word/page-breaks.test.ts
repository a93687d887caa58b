import { describe, expect, it } from 'vitest';
import { writeLetter } from '@/lib/word/write/write-letter';
import { doc, FURNITURE, letter, p, question, section } from '@/tests/support/letters';
import { pageTexts } from '@/tests/support/office';

const build = { kind: 'clean' as const, citeAction: () => null };

/** Milliseconds for what takes seconds on a machine at rest. */
const PATIENCE = 900_000;

const signatories = ['Jordan Example', 'Sam Specimen'].map((name) => ({ name, title: 'Counsel', entity: 'Signatory' }));

/** A letter of unanswered questions, one to six lines long, so that headings fall everywhere on its pages. */
function questionsOnly(count: number, signers: number) {
  const sections = Array.from({ length: count }, (_, index) => {
    const words = `Asked-${index + 1} whether ${'the rule should be changed in this respect '.repeat(1 + ((index * 5) % 11))}`;
    const parts = index % 3 === 1 ? [{ label: 'a', text: 'Why?' }] : [];
    return section('question', `Matter ${index + 1}`, doc(p()), { question: question(`${index + 1}`, words, parts), coverage: 'open' });
  });
  return letter(sections, [], { ...FURNITURE, signatories: signatories.slice(0, signers) });
}

const isHeading = (line: string) => /^[IVXL]+\.\s+Matter \d+$/.test(line);
const isFooter = (line: string) => /^Page \d+ of \d+$/.test(line);

describe('page breaks, as LibreOffice sets the letter', () => {
  it.each([
    [26, 2],
    [28, 2],
    [30, 1],
  ])(
    'leave no heading without its question in a letter of %i questions, and no closing without its %i signatures',
    async (count, signers) => {
      const pages = (await pageTexts(await writeLetter(questionsOnly(count, signers), build))).map((text) =>
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '' && !isFooter(line)),
      );
      const headings = pages.flat().filter(isHeading);
      expect(headings.length).toBe(count);
      expect(pages.length).toBeGreaterThan(4);
      for (const lines of pages) expect(lines.at(-1)).not.toMatch(/^[IVXL]+\.\s+Matter \d+$/);
      const signed = pages.find((lines) => lines.some((line) => line.startsWith('Respectfully submitted,')))?.join(' ');
      for (const { name } of signatories.slice(0, signers)) expect(signed).toContain(name);
    },
    PATIENCE,
  );
});
