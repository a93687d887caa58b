import type { IContext, IXmlableObject, PageNumberEstimator } from 'docx';
import type { Block } from './blocks';
import { attributeOf, childOf, childrenOf, type Formatted, nameOf, numberOf } from './formatted';
import { Lists } from './lists';
import { heightOf, type MeasuredBlock, type MeasuredParagraph, measureBlocks } from './measure-blocks';
import type { NotePart } from './page-notes';
import { type PageHeights, type Pages, paginate } from './paginate';
import { type ReadingContext, readBlocks } from './read-blocks';
import { StyleSheet } from './style-sheet';
import { Typefaces } from './typeface';

/** The text is laid out again while an entry of the contents takes more lines or fewer with its page than before, never more often than this. */
const PASSES = 3;

/**
 * Works out the pages of a letter's headings by laying the letter out: lines by the widths of Times New Roman, paragraphs, tables and
 * footnotes by their own rules. It follows what our letters are made of, and no more.
 */
export const estimatePages: PageNumberEstimator = Object.assign(
  (body: IXmlableObject, context: IContext) => {
    const { count, bookmarks } = layOut(body, context);
    return {
      bookmarks: new Map([...bookmarks].map(([name, page]) => [name, String(page)])),
      bookmarkPageNumbers: bookmarks,
      pageCount: count,
      sectionPageCounts: [count],
    };
  },
  { listNumbers },
);

function layOut(body: IXmlableObject, context: IContext): Pages {
  const elements = notesOf(context);
  const reading = readingContext(context, elements);
  const blocks = readBlocks(childrenOf(body as Formatted), reading);
  const page = pageOf(body as Formatted, context, reading);
  const notes = elements.map((note, index): NotePart => {
    const measured = measureBlocks(readBlocks(childrenOf(note), { ...reading, noteNumber: String(index + 1) }), page.width, NO_PAGES);
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

function readingContext(context: IContext, elements: readonly Formatted[]): ReadingContext {
  const { file } = context;
  const styles = (file.Styles.prepForXml(context) ?? {}) as Formatted;
  for (const [, reference = '', instance] of JSON.stringify(styles).matchAll(/"\{([\w-]+)-(\d+)\}"/g)) {
    file.Numbering.createConcreteNumberingInstance(reference, Number(instance));
  }
  const ids = new Map(file.Numbering.ConcreteNumbering.map((list) => [`{${list.reference}-${list.instance}}`, String(list.numId)]));
  const lists = new Lists((file.Numbering.prepForXml(context) ?? {}) as Formatted, ids);
  const notes = new Map(elements.map((note, index) => [attributeOf(note, 'w:id') ?? '', index]));
  return { styles: new StyleSheet(styles, lists), lists, typefaces: new Typefaces(), notes };
}

/** The footnotes in the order of their numbers, without the separators. */
function notesOf({ file, ...context }: IContext): readonly Formatted[] {
  const view = file.FootNotes.View.prepForXml({ ...context, file, viewWrapper: file.FootNotes, stack: [] }) as Formatted | undefined;
  return childrenOf(view ?? {}).filter((note) => nameOf(note) === 'w:footnote' && attributeOf(note, 'w:type') === undefined);
}

interface Page {
  readonly width: number;
  readonly heights: PageHeights;
}

/** The column of text, less what a header takes that is taller than the margin. */
function pageOf(body: Formatted, context: IContext, reading: ReadingContext): Page {
  const section = childOf(body, 'w:sectPr');
  const size = childOf(section, 'w:pgSz');
  const margins = childOf(section, 'w:pgMar');
  const margin = (side: string) => numberOf(margins, `w:${side}`) ?? 0;
  const width = (numberOf(size, 'w:w') ?? 0) - margin('left') - margin('right');
  const column = (numberOf(size, 'w:h') ?? 0) - margin('bottom');
  const headerOf = (kind: string): readonly Block[] => {
    const reference = childrenOf(section ?? {}).find(
      (child) => nameOf(child) === 'w:headerReference' && attributeOf(child, 'w:type') === kind,
    );
    const wrapper = context.file.Headers.find((header) => `rId${header.View.ReferenceId}` === attributeOf(reference, 'r:id'));
    const formatted = wrapper?.View.prepForXml({ ...context, viewWrapper: wrapper, stack: [] }) as Formatted | undefined;
    return readBlocks(childrenOf(formatted ?? {}), reading);
  };
  const height = (kind: string) => {
    const blocks = measureBlocks(headerOf(kind), width, NO_PAGES);
    return column - Math.max(margin('top'), margin('header') + heightOf(blocks));
  };
  return { width, heights: { first: height('first'), other: height('default') } };
}

/** The numbers of the headings, for the entries of the contents, by the bookmarks around the headings. */
function listNumbers(body: IXmlableObject, context: IContext) {
  const { styles, lists, typefaces } = readingContext(context, []);
  const typeface = typefaces.of(styles.paragraph(undefined).run);
  const numbers = new Map<string, { text: string; separator: 'tab' | 'space' | 'nothing'; width: number }>();
  for (const element of childrenOf(body as Formatted)) {
    if (nameOf(element) !== 'w:p') continue;
    const { paragraph } = styles.paragraph(childOf(element, 'w:pPr'));
    const bookmark = childOf(element, 'w:bookmarkStart');
    const number = lists.next(paragraph);
    if (number === null || bookmark === undefined) continue;
    numbers.set(attributeOf(bookmark, 'w:name') ?? '', { ...number, width: typeface.width(number.text) });
  }
  return numbers;
}
