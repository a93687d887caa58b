import type { ParagraphFormat } from './formats';
import type { ListNumber } from './lists';
import type { Typeface } from './typeface';

/** What stands in a paragraph, in order. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly typeface: Typeface }
  | { readonly kind: 'tab' }
  | { readonly kind: 'break' }
  | { readonly kind: 'picture'; readonly width: number; readonly height: number }
  /** The mark of a footnote, by its place among the footnotes. */
  | { readonly kind: 'note'; readonly note: number }
  | { readonly kind: 'bookmark'; readonly name: string }
  /** The number of the page on which a bookmark stands. */
  | { readonly kind: 'page-of'; readonly name: string; readonly typeface: Typeface };

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly format: ParagraphFormat;
  /** Of an empty paragraph, and of the number of a list. */
  readonly typeface: Typeface;
  readonly number: ListNumber | null;
  readonly pieces: readonly Piece[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly TableRow[];
  readonly topBorder: number;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Repeated on each page on which the table goes on. */
  readonly head: boolean;
  readonly bottomBorder: number;
}

export interface TableCell {
  /** Of the text in it. */
  readonly width: number;
  /** Above and below the text. */
  readonly margin: number;
  /** The first of its columns. */
  readonly column: number;
  /** Begins or continues a cell of several rows. */
  readonly merge: 'begins' | 'continues' | null;
  readonly blocks: readonly Block[];
}

export type Block = ParagraphBlock | TableBlock;
