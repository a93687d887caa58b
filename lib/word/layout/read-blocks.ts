import type { Block, ParagraphBlock, Piece } from './blocks';
import type { RunFormat } from './formats';
import { attributeOf, childOf, childrenOf, type Formatted, nameOf, numberOf, textOf } from './formatted';
import type { Lists } from './lists';
import { readTable } from './read-table';
import type { StyleSheet } from './style-sheet';
import type { Typefaces } from './typeface';

/** What reading needs: styles, lists and typefaces, and the order of the footnotes by their ids. */
export interface ReadingContext {
  readonly styles: StyleSheet;
  readonly lists: Lists;
  readonly typefaces: Typefaces;
  readonly notes: ReadonlyMap<string, number>;
  /** Of the footnote that is read; the body has none. */
  readonly noteNumber?: string;
}

/** The paragraphs and tables in elements, those in content controls too. A bookmark between them goes to the paragraph that follows. */
export function readBlocks(elements: readonly Formatted[], context: ReadingContext): Block[] {
  const blocks: Block[] = [];
  let bookmarks: Piece[] = [];
  const read = (within: readonly Formatted[]): void => {
    for (const element of within) {
      switch (nameOf(element)) {
        case 'w:p': {
          const paragraph = readParagraph(element, context);
          blocks.push(bookmarks.length === 0 ? paragraph : { ...paragraph, pieces: [...bookmarks, ...paragraph.pieces] });
          bookmarks = [];
          break;
        }
        case 'w:tbl':
          blocks.push(readTable(element, (cell) => readBlocks(cell, context)));
          break;
        case 'w:sdt':
          read(childrenOf(childOf(element, 'w:sdtContent') ?? {}));
          break;
        case 'w:bookmarkStart':
          bookmarks.push({ kind: 'bookmark', name: attributeOf(element, 'w:name') ?? '' });
          break;
      }
    }
  };
  read(elements);
  return blocks;
}

function readParagraph(element: Formatted, context: ReadingContext): ParagraphBlock {
  const properties = childOf(element, 'w:pPr');
  const { paragraph: format, run } = context.styles.paragraph(properties);
  const pieces: Piece[] = [];
  readInline(childrenOf(element), run, context, pieces);
  return { kind: 'paragraph', format, typeface: context.typefaces.of(run), number: context.lists.next(format), pieces };
}

function readInline(elements: readonly Formatted[], inherited: RunFormat, context: ReadingContext, pieces: Piece[]): void {
  for (const element of elements) {
    switch (nameOf(element)) {
      case 'w:r':
        readRun(element, inherited, context, pieces);
        break;
      case 'w:hyperlink':
      case 'w:fldSimple':
      case 'w:ins':
        readInline(childrenOf(element), inherited, context, pieces);
        break;
      case 'w:sdt':
        readInline(childrenOf(childOf(element, 'w:sdtContent') ?? {}), inherited, context, pieces);
        break;
      case 'w:bookmarkStart':
        pieces.push({ kind: 'bookmark', name: attributeOf(element, 'w:name') ?? '' });
        break;
    }
  }
}

function readRun(element: Formatted, inherited: RunFormat, context: ReadingContext, pieces: Piece[]): void {
  const children = childrenOf(element);
  const format = context.styles.run(inherited, childOf(element, 'w:rPr'));
  const typeface = context.typefaces.of(format);
  let pageField = false;
  for (const child of children) {
    switch (nameOf(child)) {
      case 'w:t':
        if (!pageField) pieces.push({ kind: 'text', text: textOf(child), typeface });
        break;
      case 'w:tab':
        pieces.push({ kind: 'tab' });
        break;
      case 'w:br':
        pieces.push({ kind: 'break' });
        break;
      case 'w:instrText': {
        const name = /^\s*PAGEREF\s+(\S+)/.exec(textOf(child))?.[1];
        if (name === undefined) break;
        pageField = true;
        pieces.push({ kind: 'page-of', name, typeface });
        break;
      }
      case 'w:footnoteReference': {
        const note = context.notes.get(attributeOf(child, 'w:id') ?? '');
        if (note !== undefined) pieces.push({ kind: 'text', text: String(note + 1), typeface }, { kind: 'note', note });
        break;
      }
      case 'w:footnoteRef':
        pieces.push({ kind: 'text', text: context.noteNumber ?? '', typeface });
        break;
      case 'w:drawing':
        pieces.push(pictureOf(child));
        break;
    }
  }
}

const EMU_PER_TWENTIETH = 635;

function pictureOf(drawing: Formatted): Piece {
  const extent = childOf(childOf(drawing, 'wp:inline'), 'wp:extent');
  return {
    kind: 'picture',
    width: (numberOf(extent, 'cx') ?? 0) / EMU_PER_TWENTIETH,
    height: (numberOf(extent, 'cy') ?? 0) / EMU_PER_TWENTIETH,
  };
}
