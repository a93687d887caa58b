import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { benchLetter } from '@/bench/inputs/letter';
import type { LetterContent } from '@/lib/letter/letter-content';
import { writeLetter } from '@/lib/word/write/write-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { longLetter } from '@/tests/support/long-letter';
import { pageTexts } from '@/tests/support/office';
import { type Flavour, pagedLetter } from '@/tests/support/paged-letters';

/** Milliseconds for what takes seconds on a machine at rest. */
const PATIENCE = 900_000;

const build = { kind: 'clean' as const, citeAction: () => 'Order of April 2026' };

/** The entries of the filled table of contents, or of the list of exhibits of a kind: heading or caption, and page. */
function contentsOf(bytes: Uint8Array, kind: 'TOC' | 'Table' | 'Chart' = 'TOC'): { heading: string; page: number }[] {
  const body = strFromU8(unzipSync(bytes)['word/document.xml']!);
  const style = kind === 'TOC' ? 'TOC\\d' : 'TableofFigures';
  const entries = [...body.matchAll(new RegExp(`<w:p><w:pPr><w:pStyle w:val="${style}"/>.*?</w:p>`, 'g'))];
  const own = entries.filter(([entry]) => kind === 'TOC' || entry.includes(`>${kind} `));
  return own.map(([entry]) => {
    const texts = [...entry.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
    return { heading: texts.at(-2)!, page: Number(texts.at(-1)) };
  });
}

const squeezed = (text: string) => text.replace(/\s+/g, '');

/** The page on which each heading stands, found in order after the table of contents; a line that ends in dots and a number is an entry. */
function pagesOf(headings: readonly string[], pages: readonly string[]): (number | null)[] {
  const lines = pages.flatMap((text, index) =>
    text
      .split('\n')
      .filter((line) => !/\.{4,}\s*\d+\s*$/.test(line))
      .map((line) => ({ line: squeezed(line), page: index + 1 })),
  );
  let from = 0;
  return headings.map((heading) => {
    const wanted = squeezed(heading);
    const found = lines.findIndex(
      ({ line }, index) => index >= from && new RegExp(`^([IVXL]+\\.|[A-Z]\\.|[0-9.]+|[a-z]\\.|Annex[A-Z])?${escaped(wanted)}$`).test(line),
    );
    if (found < 0) return null;
    from = found + 1;
    return lines[found]!.page;
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of each entry: heading, its page in the contents, its page as LibreOffice sets the file. */
async function comparedPages(
  content: LetterContent,
  kinds: readonly ('TOC' | 'Table' | 'Chart')[] = ['TOC'],
): Promise<{ heading: string; page: number; real: number | null }[]> {
  const bytes = await writeLetter(content, build);
  const pages = await pageTexts(bytes);
  return kinds.flatMap((kind) => {
    const contents = contentsOf(bytes, kind);
    const real = pagesOf(
      contents.map(({ heading }) => heading),
      pages,
    );
    return contents.map((entry, index) => ({ ...entry, real: real[index] ?? null }));
  });
}

/** Entries as "heading: page", as the contents have them and as they are. */
function bothLists(entries: Awaited<ReturnType<typeof comparedPages>>) {
  return [entries.map(({ heading, page }) => `${heading}: ${page}`), entries.map(({ heading, real }) => `${heading}: ${real}`)] as const;
}

const flavours: readonly (readonly [Flavour, number])[] = [
  ['prose', 14],
  ['notes', 7],
  ['notes', 21],
  ['tables', 3],
  ['tables', 9],
  ['tables', 14],
  ['lists', 7],
  ['lists', 21],
  ['figures', 21],
];

describe('the page numbers of the table of contents', () => {
  it.each([
    ['the full letter', fullLetter(), 11],
    ['a letter of sixty pages', benchLetter(), 83 + 10 + 10],
    ['a letter of fourteen more answers', longLetter(14, 5), 54],
  ])(
    'are those of the pages in %s',
    async (_, content, count) => {
      const entries = await comparedPages(content, ['TOC', 'Table', 'Chart']);
      const [written, real] = bothLists(entries);
      expect(entries.length).toBe(count);
      expect(written).toEqual(real);
    },
    PATIENCE,
  );

  it.each(flavours)(
    'are those of the pages in a letter of mostly %s (%i)',
    async (flavour, seed) => {
      const entries = await comparedPages(pagedLetter(flavour, 12, seed));
      const [written, real] = bothLists(entries);
      expect(entries.length).toBeGreaterThan(30);
      expect(written).toEqual(real);
    },
    PATIENCE,
  );

  // LibreOffice leaves a heading at the foot of a page now and then, or a row on the next one, by the way it came to its pages.
  it.each([
    ['six', longLetter(6, 1)],
    ['twelve', longLetter(12, 2)],
  ])(
    'are never more than a page off in a letter of %s more answers, and seldom that',
    async (_, content) => {
      const entries = await comparedPages(content);
      expect(entries.length).toBeGreaterThan(20);
      for (const { heading, page, real } of entries) {
        expect(real, heading).not.toBeNull();
        expect(Math.abs(page - real!), heading).toBeLessThanOrEqual(1);
      }
      expect(entries.filter(({ page, real }) => page !== real).length).toBeLessThan(entries.length / 10);
    },
    PATIENCE,
  );

  // A table that is torn where a page ends moves everything behind it.
  it.each([5, 7])(
    'are never more than a page off in a letter of mostly tables (%i)',
    async (seed) => {
      const entries = await comparedPages(pagedLetter('tables', 12, seed));
      expect(entries.length).toBeGreaterThan(30);
      expect(entries.filter(({ page, real }) => real === null || Math.abs(page - real) > 1)).toEqual([]);
    },
    PATIENCE,
  );
});
