import type { Block, ParagraphBlock, TableBlock } from './blocks';
import { breakLines, type Line } from './break-lines';

/** A block with its lines or rows; lengths in twentieths of a point. */
export type MeasuredBlock = MeasuredParagraph | MeasuredTable;

export interface MeasuredParagraph {
  readonly kind: 'paragraph';
  readonly lines: readonly Line[];
  readonly before: number;
  readonly after: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widowControl: boolean;
  readonly pageBreakBefore: boolean;
}

export interface MeasuredTable {
  readonly kind: 'table';
  /** Rows repeated on each page. */
  readonly head: readonly MeasuredRow[];
  readonly rows: readonly MeasuredRow[];
  readonly topBorder: number;
}

/** A row, as high as its highest cell, with the rule under it. */
export interface MeasuredRow extends Line {
  /** Stays on a page with the row after it, the last one with what follows the table. */
  readonly keepNext: boolean;
}

/** Blocks in a column of a width. `pageOf` says on which page a bookmark stands, where that is known. */
export function measureBlocks(blocks: readonly Block[], width: number, pageOf: ReadonlyMap<string, number>): MeasuredBlock[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? measureParagraph(block, width, pageOf) : measureTable(block, pageOf)));
}

function measureParagraph(block: ParagraphBlock, width: number, pageOf: ReadonlyMap<string, number>): MeasuredParagraph {
  const { before, after, keepNext, keepLines, widowControl, pageBreakBefore, topBorder, bottomBorder } = block.format;
  const onlyNote = block.pieces.filter(({ kind }) => kind === 'note').length === 1;
  const lines = breakLines(block, width, pageOf).map((line, index, all) => {
    const border = (index === 0 ? topBorder : 0) + (index === all.length - 1 ? bottomBorder : 0);
    const bordered = border === 0 ? line : { ...line, height: line.height + border };
    return onlyNote && line.notes.length > 0 ? { ...bordered, onlyNote } : bordered;
  });
  return { kind: 'paragraph', lines, before, after, keepNext, keepLines, widowControl, pageBreakBefore };
}

function measureTable(table: TableBlock, pageOf: ReadonlyMap<string, number>): MeasuredTable {
  const heights: number[] = [];
  /** Cells of several rows that have not ended: by column, what of them the rows so far have not held. */
  const open = new Map<number, number>();
  const rows = table.rows.map((row, index): MeasuredRow => {
    const notes: number[] = [];
    const bookmarks: string[] = [];
    let height = 0;
    for (const cell of row.cells) {
      let own = 0;
      if (cell.merge === 'continues') {
        own = open.get(cell.column) ?? 0;
      } else {
        const inner = measureBlocks(cell.blocks, cell.width, pageOf);
        own = heightOf(inner) + cell.margin;
        for (const line of linesOf(inner)) {
          notes.push(...line.notes);
          bookmarks.push(...line.bookmarks);
        }
      }
      const goesOn = table.rows[index + 1]?.cells.some(({ column, merge }) => column === cell.column && merge === 'continues') === true;
      if (goesOn) open.set(cell.column, own);
      else {
        open.delete(cell.column);
        height = Math.max(height, own);
      }
    }
    heights.push(height);
    for (const [column, rest] of open) open.set(column, Math.max(rest - height, 0));
    const first = row.cells[0]?.blocks[0];
    return {
      height: height + row.bottomBorder,
      notes,
      bookmarks,
      keepNext: first?.kind === 'paragraph' && first.format.keepNext,
    };
  });
  const heads = table.rows.findIndex((row) => !row.head);
  const count = heads < 0 ? table.rows.length : heads;
  return { kind: 'table', head: rows.slice(0, count), rows: rows.slice(count), topBorder: table.topBorder };
}

/** How high blocks stand one below the other in a cell, with the distances above the first and below the last. */
export function heightOf(blocks: readonly MeasuredBlock[]): number {
  let height = 0;
  let after = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      height += Math.max(after, block.before);
      after = block.after;
    } else {
      height += after + block.topBorder;
      after = 0;
    }
    for (const line of linesOf([block])) height += line.height;
  }
  return height + after;
}

function linesOf(blocks: readonly MeasuredBlock[]): readonly Line[] {
  return blocks.flatMap((block): readonly Line[] => (block.kind === 'paragraph' ? block.lines : [...block.head, ...block.rows]));
}
