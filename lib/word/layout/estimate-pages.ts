import type { Block } from './blocks';
import { childOf, childrenOf, type Formatted, numberOf } from './formatted';
import { heightOf, type MeasuredBlock, type MeasuredParagraph, measureBlocks } from './measure-blocks';
import type { NotePart } from './page-notes';
import { type PageHeights, type Pages, paginate } from './paginate';
import { type ReadingContext, readBlocks } from './read-blocks';

/** The text is laid out again while an entry of the contents takes more lines or fewer with its page than before, never more often than this. */
const PASSES = 3;

/** What is laid out: the body, the footnotes in their order, and the headers of the first page and of every other. */
export interface LaidOutLetter {
  readonly body: Formatted;
  readonly notes: readonly Formatted[];
  readonly headers: { readonly first: Formatted | undefined; readonly other: Formatted | undefined };
}

/**
 * Works out on which pages a letter's bookmarks stand by laying the letter out: lines by the widths of Times New Roman, paragraphs, tables
 * and footnotes by their own rules. It follows what our letters are made of, and no more.
 */
export function estimatePages(letter: LaidOutLetter, reading: ReadingContext): Pages {
  reading.lists.restart();
  const blocks = readBlocks(childrenOf(letter.body), reading);
  const page = pageOf(letter, reading);
  const notes = letter.notes.map((note, index): NotePart => {
    const own = readBlocks(childrenOf(note), { ...reading, noteNumber: String(index + 1) });
    const measured = measureBlocks(own, page.width, NO_PAGES);
    return { paragraphs: measured.filter((block): block is MeasuredParagraph => block.kind === 'paragraph') };
  });
  const measured = measureBlocks(blocks, page.width, NO_PAGES);
  let pages = paginate(measured, notes, page.heights);
  for (let pass = 1; pass < PASSES && remeasureEntries(measured, blocks, page.width, pages.bookmarks); pass += 1) {
    pages = paginate(measured, notes, page.heights);
  }
  return pages;
}

/** Measures the entries of the contents again, whose pages are known now; whether one of them takes more lines or fewer. */
function remeasureEntries(
  measured: MeasuredBlock[],
  blocks: readonly Block[],
  width: number,
  pageOf: ReadonlyMap<string, number>,
): boolean {
  let moved = false;
  blocks.forEach((block, index) => {
    const before = measured[index];
    if (block.kind !== 'paragraph' || before?.kind !== 'paragraph' || !block.pieces.some(({ kind }) => kind === 'page-of')) return;
    const [after] = measureBlocks([block], width, pageOf);
    if (after?.kind !== 'paragraph' || after.lines.length === before.lines.length) return;
    measured[index] = after;
    moved = true;
  });
  return moved;
}

const NO_PAGES: ReadonlyMap<string, number> = new Map();

interface Page {
  readonly width: number;
  readonly heights: PageHeights;
}

/** The column of text, less what a header takes that is taller than the margin. */
function pageOf({ body, headers }: LaidOutLetter, reading: ReadingContext): Page {
  const section = childOf(body, 'w:sectPr');
  const size = childOf(section, 'w:pgSz');
  const margins = childOf(section, 'w:pgMar');
  const margin = (side: string) => numberOf(margins, `w:${side}`) ?? 0;
  const width = (numberOf(size, 'w:w') ?? 0) - margin('left') - margin('right');
  const column = (numberOf(size, 'w:h') ?? 0) - margin('bottom');
  const height = (header: Formatted | undefined) => {
    const blocks = measureBlocks(readBlocks(childrenOf(header), reading), width, NO_PAGES);
    return column - Math.max(margin('top'), margin('header') + heightOf(blocks));
  };
  return { width, heights: { first: height(headers.first), other: height(headers.other) } };
}
