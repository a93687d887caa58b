import type { Line } from './break-lines';
import type { MeasuredBlock, MeasuredParagraph, MeasuredRow, MeasuredTable } from './measure-blocks';
import { NO_NOTES, type NotePart, noteStarts, notesOfNextPage, type PageNotes, withNote, withoutWidows } from './page-notes';

/** The height of the column of text on the first page and on every other, in twentieths of a point. */
export interface PageHeights {
  readonly first: number;
  readonly other: number;
}

export interface Pages {
  readonly count: number;
  /** The page on which each bookmark stands. */
  readonly bookmarks: ReadonlyMap<string, number>;
}

/** Sets measured blocks on pages, with footnotes at their feet. */
export function paginate(blocks: readonly MeasuredBlock[], notes: readonly NotePart[], heights: PageHeights): Pages {
  const setter = new PageSetter(blocks, notes, heights);
  return setter.set();
}

/** Where the next block would begin. */
interface Position {
  readonly page: number;
  /** Of the text on the page. */
  readonly y: number;
  /** What the block before asks for below itself. */
  readonly gap: number;
  readonly top: boolean;
  readonly notes: PageNotes;
}

/** What the rounding of lines may add up to on a page. */
const SLACK = 2;

class PageSetter {
  private at: Position = { page: 1, y: 0, gap: 0, top: true, notes: NO_NOTES };
  private readonly bookmarks = new Map<string, number>();

  constructor(
    private readonly blocks: readonly MeasuredBlock[],
    private readonly notes: readonly NotePart[],
    private readonly heights: PageHeights,
  ) {}

  set(): Pages {
    this.blocks.forEach((block, index) => {
      const startsChain = !isKept(this.blocks[index - 1]);
      if (block.kind === 'paragraph' && block.pageBreakBefore && !this.at.top) this.turn();
      if (startsChain && !this.at.top && !this.startFits(index)) this.turn();
      if (block.kind === 'paragraph') this.setParagraph(block);
      else this.setTable(block, index);
    });
    while (this.at.notes.rest.length > 0) {
      this.turn();
      if (this.at.notes.height === 0) break;
    }
    return { count: this.at.page, bookmarks: this.bookmarks };
  }

  /** Whether what has to stand together from a block on has room on this page. */
  private startFits(index: number): boolean {
    let at = this.at;
    for (let next = index; next < this.blocks.length; next += 1) {
      const block = this.blocks[next] as MeasuredBlock;
      if (next > index && block.kind === 'paragraph' && block.pageBreakBefore) return true;
      const whole = isKept(block);
      const lines = block.kind === 'paragraph' ? firstLines(block, whole) : firstRows(block, whole);
      const after = this.withLines(above(at, block), lines);
      if (after === null) return false;
      if (!whole) return true;
      at = { ...after, gap: block.kind === 'paragraph' ? block.after : 0 };
    }
    return true;
  }

  private setParagraph(paragraph: MeasuredParagraph): void {
    let { lines } = paragraph;
    let start = true;
    while (lines.length > 0) {
      const from = start ? above(this.at, paragraph) : this.at;
      let count = 0;
      let at = from;
      for (const line of lines) {
        const after = this.withLines(at, [line]);
        if (after === null) break;
        at = after;
        count += 1;
      }
      let kept = count >= lines.length ? count : paragraph.keepLines ? 0 : withoutWidows(count, lines.length, paragraph.widowControl);
      if (kept === 0 && this.at.top) kept = Math.max(count, 1);
      this.at = kept === count && count > 0 ? at : kept === 0 ? this.at : (this.withLines(from, lines.slice(0, kept), true) ?? at);
      this.note(lines.slice(0, kept));
      lines = lines.slice(kept);
      if (kept > 0) start = false;
      if (lines.length > 0) this.turn();
    }
    this.at = { ...this.at, gap: paragraph.after };
  }

  private setTable(table: MeasuredTable, index: number): void {
    this.begin(table);
    const groups = rowGroups(table.rows);
    groups.forEach((group, place) => {
      const last = place === groups.length - 1;
      // LibreOffice takes the room of the notes off twice where it tears a table, and keeps a whole one where it fits
      const whole = this.withLines(this.at, groups.slice(place).flat()) !== null;
      const fits = this.withLines(this.at, group, false, whole || place === 0 ? 0 : this.at.notes.height);
      const tail = last && isKept(table) && fits !== null && !this.tailFits(fits, index + 1);
      if ((fits === null || tail) && !this.at.top && place > 0) {
        this.turn();
        this.begin(table);
      }
      for (const row of group) this.setRow(row, table);
    });
    this.at = { ...this.at, gap: 0 };
  }

  private tailFits(at: Position, index: number): boolean {
    const next = this.blocks[index];
    if (next?.kind !== 'paragraph') return true;
    return this.withLines(above({ ...at, gap: 0 }, next), firstLines(next, false)) !== null;
  }

  private setRow(row: MeasuredRow, table: MeasuredTable): void {
    let after = this.withLines(this.at, [row]);
    if (after === null && this.at.y > heightOfHead(table)) {
      this.turn();
      this.begin(table);
      after = this.withLines(this.at, [row]);
    }
    this.at = after ?? (this.withLines(this.at, [row], true) as Position);
    this.note([row]);
  }

  /** The rule above a table and its head. */
  private begin(table: MeasuredTable): void {
    const from = above(this.at, table);
    this.at = this.withLines(from, table.head, true) as Position;
    this.note(table.head);
  }

  /** The position below lines; null where they have no room on the page, unless they are forced. */
  private withLines(at: Position, lines: readonly Line[], forced = false, spare = 0): Position | null {
    const height = (at.page === 1 ? this.heights.first : this.heights.other) - spare;
    let { y, notes } = at;
    for (const line of lines) {
      y += line.height;
      if (y > height - notes.height + SLACK && !forced) return null;
      for (const note of line.notes) {
        const part = this.notes[note];
        if (part === undefined) continue;
        if (!forced && !noteStarts(notes, part, height - y, line.onlyNote)) return null;
        notes = withNote(notes, part, height - y);
      }
    }
    return { ...at, y, notes, top: at.top && lines.length === 0, gap: 0 };
  }

  private turn(): void {
    const notes = notesOfNextPage(this.at.notes, this.heights.other);
    this.at = { page: this.at.page + 1, y: 0, gap: 0, top: true, notes };
  }

  private note(lines: readonly Line[]): void {
    for (const line of lines) for (const name of line.bookmarks) this.bookmarks.set(name, this.at.page);
  }
}

/** The position with the distance above a block, which is dropped at the top of a page that the text has flowed on to. */
function above(at: Position, block: MeasuredBlock): Position {
  if (block.kind === 'table') return { ...at, y: at.y + at.gap + block.topBorder };
  const dropped = at.top && at.page > 1 && !block.pageBreakBefore;
  return { ...at, y: at.y + (dropped ? 0 : Math.max(at.gap, block.before)) };
}

function isKept(block: MeasuredBlock | undefined): boolean {
  if (block === undefined) return false;
  return block.kind === 'paragraph' ? block.keepNext : (block.rows.at(-1)?.keepNext ?? false);
}

/** The lines of a paragraph that cannot be parted. */
function firstLines({ lines, keepLines, widowControl }: MeasuredParagraph, whole: boolean): readonly Line[] {
  if (whole || keepLines || lines.length < 2) return lines;
  if (!widowControl) return lines.slice(0, 1);
  return lines.length <= 3 ? lines : lines.slice(0, 2);
}

function firstRows(table: MeasuredTable, whole: boolean): readonly Line[] {
  const groups = rowGroups(table.rows);
  return [...table.head, ...(whole && groups.length === 1 ? table.rows : (groups[0] ?? []))];
}

/** Rows that stay together on a page. */
function rowGroups(rows: readonly MeasuredRow[]): MeasuredRow[][] {
  const groups: MeasuredRow[][] = [];
  let open = false;
  for (const row of rows) {
    if (open) groups.at(-1)?.push(row);
    else groups.push([row]);
    open = row.keepNext;
  }
  return groups;
}

function heightOfHead(table: MeasuredTable): number {
  return table.topBorder + table.head.reduce((total, row) => total + row.height, 0);
}
