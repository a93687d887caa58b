import type { ParagraphBlock, Piece } from './blocks';
import { lineHeight } from './line-height';
import type { Typeface } from './typeface';

/** A line of a paragraph; its height in twentieths of a point, and what is anchored in it. */
export interface Line {
  readonly height: number;
  readonly notes: readonly number[];
  readonly bookmarks: readonly string[];
  /** Its note is the only one of its paragraph. */
  readonly onlyNote?: boolean;
}

const DEFAULT_STOP = 720;
/** A twentieth of a point: below what programs round. */
const TOLERANCE = 1;

/** The width of an entry's page number before its page is known. */
const UNKNOWN_PAGE = '00';

/** The lines of a paragraph in a column of a width. `pageOf` says on which page a bookmark stands, where that is known. */
export function breakLines(block: ParagraphBlock, width: number, pageOf: ReadonlyMap<string, number>): Line[] {
  const breaker = new LineBreaker(block, width);
  if (block.number !== null) {
    breaker.word(block.number.text, block.typeface);
    if (block.number.separator === 'tab') breaker.tab();
    if (block.number.separator === 'space') breaker.word(' ', block.typeface);
  }
  for (const piece of block.pieces) add(breaker, piece, pageOf);
  return breaker.end();
}

function add(breaker: LineBreaker, piece: Piece, pageOf: ReadonlyMap<string, number>): void {
  switch (piece.kind) {
    case 'text':
      for (const word of wordsOf(piece.text)) breaker.word(word, piece.typeface);
      break;
    case 'page-of':
      breaker.word(String(pageOf.get(piece.name) ?? UNKNOWN_PAGE), piece.typeface);
      break;
    case 'tab':
      breaker.tab();
      break;
    case 'break':
      breaker.lineBreak();
      break;
    case 'picture':
      breaker.picture(piece.width, piece.height);
      break;
    case 'note':
      breaker.note(piece.note);
      break;
    case 'bookmark':
      breaker.bookmark(piece.name);
      break;
  }
}

/** Text in parts after which a line may end: at spaces, after hyphens between letters, around dashes. */
function wordsOf(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

const WORDS =
  /\u2014+ *|(?:[^ \u2014\u2013\u2e80-\uffdc-]|[\u2013-](?=[0-9 ])|(?<=^|[ \u2014])[\u2013-])+(?:[\u2013-]| +)?|[\u2e80-\uffdc] *|[\u2013-] *| +/gu;

/** Sets words one after the other; a word may consist of parts in several typefaces. */
class LineBreaker {
  private readonly lines: Line[] = [];
  private readonly stops: readonly { position: number; kind: 'left' | 'right' }[];
  private readonly limit: number;
  private x: number;
  /** Free room before a right-aligned stop, which the text after the tab fills. */
  private gap = 0;
  private line = new Content();
  private pending = new Content();

  constructor(
    private readonly block: ParagraphBlock,
    width: number,
  ) {
    const { format } = block;
    this.limit = Math.max(width - format.right, format.left + 200);
    this.x = format.left + format.firstLine;
    const hanging = format.firstLine < 0 ? [{ position: format.left, kind: 'left' as const }] : [];
    this.stops = [...format.tabs, ...hanging].sort((one, other) => one.position - other.position);
  }

  /** A part of a word with the spaces after it; a line may end after it only where it ends in a space or a hyphen. */
  word(text: string, typeface: Typeface): void {
    const bare = text.endsWith(' ') ? text.replace(/ +$/, '') : text;
    const width = bare === '' ? 0 : typeface.width(bare);
    this.pending.grow(typeface);
    this.pending.width += width;
    if (this.pending.width > this.limit - this.block.format.left) this.breakLong(bare, typeface);
    if (bare === text && !MAY_END.test(text)) return;
    this.place(bare === text ? 0 : typeface.width(text.slice(bare.length)));
  }

  tab(): void {
    this.place(0);
    const stop = this.stops.find(({ position }) => position > this.x + TOLERANCE);
    this.gap = 0;
    if (stop !== undefined && stop.position <= this.limit + TOLERANCE) {
      if (stop.kind === 'right') this.gap = stop.position - this.x;
      this.x = stop.position;
    } else {
      this.x = (Math.floor(this.x / DEFAULT_STOP + 0.001) + 1) * DEFAULT_STOP;
      if (this.x > this.limit) this.next();
    }
  }

  lineBreak(): void {
    this.place(0);
    this.line.grow(this.block.typeface);
    this.next();
  }

  picture(width: number, height: number): void {
    this.pending.width += width;
    this.pending.grow(this.block.typeface);
    this.pending.picture = Math.max(this.pending.picture, height);
    this.place(0);
  }

  note(note: number): void {
    this.pending.notes.push(note);
  }

  bookmark(name: string): void {
    this.pending.bookmarks.push(name);
  }

  end(): Line[] {
    this.place(0);
    if (!this.line.filled || this.lines.length === 0) this.line.grow(this.block.typeface, !this.line.filled);
    this.finish();
    return this.lines;
  }

  /** Puts the word on this line, or on the next where it is too wide. */
  private place(space: number): void {
    const taken = Math.max(this.pending.width - this.gap, 0);
    if (taken > 0 && this.x + taken > this.limit - this.pending.overhang + TOLERANCE && this.line.filled) this.next();
    const left = Math.max(this.pending.width - this.gap, 0);
    this.gap = Math.max(this.gap - this.pending.width - space, 0);
    this.x += left + space;
    this.line.take(this.pending);
    this.pending.clear();
  }

  /** A word wider than a line is broken where the line ends. */
  private breakLong(text: string, typeface: Typeface): void {
    const room = this.limit - this.block.format.left;
    this.pending.width -= typeface.width(text);
    for (const character of text) {
      const width = typeface.width(character);
      if (this.pending.width + width > room + TOLERANCE && this.pending.width > 0) {
        if (this.line.filled) this.next();
        this.place(0);
        this.next();
        this.pending.grow(typeface);
      }
      this.pending.width += width;
    }
  }

  private next(): void {
    this.finish();
    this.x = this.block.format.left;
    this.gap = 0;
  }

  private finish(): void {
    this.lines.push({ height: lineHeight(this.line, this.block.format), notes: this.line.notes, bookmarks: this.line.bookmarks });
    this.line = new Content();
  }
}

const MAY_END = /[\u2013\u2014\u2e80-\uffdc-]$/u;

/** What stands on a line, or is waiting to. */
class Content {
  width = 0;
  ascent = 0;
  descent = 0;
  leading = 0;
  picture = 0;
  /** Of the typeface of its end. */
  overhang = 0;
  filled = false;
  notes: number[] = [];
  bookmarks: string[] = [];

  grow({ ascent, descent, leading, overhang }: Typeface, asFilled = true): void {
    this.overhang = overhang;
    this.ascent = Math.max(this.ascent, ascent);
    this.descent = Math.max(this.descent, descent);
    this.leading = Math.max(this.leading, leading);
    this.filled ||= asFilled;
  }

  /** Empty again: every word is set in one. */
  clear(): void {
    this.width = 0;
    this.ascent = 0;
    this.descent = 0;
    this.leading = 0;
    this.picture = 0;
    this.overhang = 0;
    this.filled = false;
    if (this.notes.length > 0) this.notes = [];
    if (this.bookmarks.length > 0) this.bookmarks = [];
  }

  take(other: Content): void {
    this.ascent = Math.max(this.ascent, other.ascent);
    this.descent = Math.max(this.descent, other.descent);
    this.leading = Math.max(this.leading, other.leading);
    this.picture = Math.max(this.picture, other.picture);
    this.filled ||= other.filled || other.picture > 0;
    if (other.notes.length > 0) this.notes.push(...other.notes);
    if (other.bookmarks.length > 0) this.bookmarks.push(...other.bookmarks);
  }
}
