import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { LetterContent } from '@/lib/letter/letter-content';
import { writeLetter } from '@/lib/word/write/write-letter';
import { fullLetter } from '@/tests/support/full-letter';
import { longLetter } from '@/tests/support/long-letter';
import { pageTexts } from '@/tests/support/office';

const build = { kind: 'clean' as const, citeAction: () => 'Order of April 2026' };

/** The entries of the filled table of contents: heading and page. */
function contentsOf(bytes: Uint8Array): { heading: string; page: number }[] {
  const body = strFromU8(unzipSync(bytes)['word/document.xml']!);
  return [...body.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/g)].map(([entry]) => {
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
      ({ line }, index) =>
        index >= from && new RegExp(`^([IVX]+\\.|[A-Z]\\.|[0-9.]+|[a-z]\\.|AnnexA|AnnexB)?${escaped(wanted)}$`).test(line),
    );
    if (found < 0) return null;
    from = found + 1;
    return lines[found]!.page;
  });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of each entry: heading, its page in the contents, its page as LibreOffice sets the file. */
async function comparedPages(content: LetterContent): Promise<{ heading: string; page: number; real: number | null }[]> {
  const bytes = await writeLetter(content, build);
  const contents = contentsOf(bytes);
  const real = pagesOf(
    contents.map(({ heading }) => heading),
    await pageTexts(bytes),
  );
  return contents.map((entry, index) => ({ ...entry, real: real[index] ?? null }));
}

describe('the page numbers of the table of contents', () => {
  it('are those of the pages in the full letter', async () => {
    const entries = await comparedPages(fullLetter());
    expect(entries.length).toBe(11);
    expect(entries.map(({ heading, page }) => `${heading}: ${page}`)).toEqual(entries.map(({ heading, real }) => `${heading}: ${real}`));
  });

  // Programs break lines and tables a little differently: over dozens of pages a heading at an edge may fall on the next one.
  it.each([
    ['six', longLetter(6, 1)],
    ['fourteen', longLetter(14, 5)],
  ])('are never more than a page off in a letter of %s more answers', async (_, content) => {
    const entries = await comparedPages(content);
    expect(entries.length).toBeGreaterThan(20);
    for (const { heading, page, real } of entries) {
      expect(real, heading).not.toBeNull();
      expect(Math.abs(page - real!), heading).toBeLessThanOrEqual(1);
    }
  });
});
