import type { ProseNode } from '../schema/prose-node';

/**
 * A block as a Word file has it: paragraphs, headings, tables and figures one after another. Which of them are items of one list or stand in one
 * quotation is said by style, numbering and indent alone.
 */
export interface HeldRow {
  /** a paragraph, heading, table or figure with all that it holds */
  readonly node: ProseNode;
  readonly kind: 'text' | 'quote' | 'heading' | 'block';
  /** where its text begins, in twentieths of a point from the left edge of the column */
  readonly left: number;
  /** the numbering of an item's first paragraph */
  readonly list: HeldList | null;
  /** the lists, items and quotations that it stood in, outermost first, whose names are kept */
  readonly within?: readonly ProseNode[];
}

export interface HeldList {
  /** Paragraphs of one key are numbered in one go. */
  readonly key: string;
  readonly ordered: boolean;
  /** 0 to 8 */
  readonly level: number;
  /** the number of the key's first paragraph at this level */
  readonly start: number;
}

/** The indents by which the letter's files set lists and quotations, in twentieths of a point. */
export const HELD_INDENT = {
  /** from the surroundings to the text of a list that stands in no other */
  list: 860,
  /** from the text of an item to the text of a list in it */
  nestedList: 500,
  /** a quotation by its style alone, and each step of one that stands in something */
  quote: 720,
  deepestQuote: 4320,
} as const;
