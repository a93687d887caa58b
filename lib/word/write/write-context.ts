import type { FileChild, ParagraphChild } from 'docx';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { LetterNumbers } from '@/lib/letter/numbering/number-letter';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { TrackedEnd, Tracker } from '@/lib/letter/tracked/tracked';
import type { CiteAction } from '../letter-build';
import type { PlacedThreads } from './comments/place-threads';
import type { Referred } from './referred';

/** What writing tracked changes needs. */
export interface TrackingContext {
  /** Set where all that is written comes or goes together: a row, an exhibit, a footnote, a section. */
  readonly whole: TrackedEnd | null;
  /** Of bookmarks, content controls and changes, each another one. */
  readonly ids: Counter;
}

/** What every part of one writing needs: the letter's figures and numbers, and counters that make names unique in the file. */
export interface WriteContext extends TrackingContext {
  /** Of the column of text, in twentieths of a point. */
  readonly textWidth: number;
  readonly figures: LetterContent['figures'];
  readonly numbers: LetterNumbers;
  readonly citeAction: CiteAction;
  readonly referred: Referred;
  /** The section that is being written. */
  readonly sectionId?: string;
  readonly lists: Counter;
  readonly figureOrdinals: Counter;
  /** Of a redline: whose the changes are of what is written against the letter before. */
  readonly tracker?: Tracker;
  /** Of a review: the comments on sections; the others stand in the text. */
  readonly threads?: Pick<PlacedThreads, 'bySection'>;
  /** The numbers before the tracked changes, for captions that go. */
  readonly numbersBefore?: LetterNumbers;
}

/** Where blocks are written: the paragraph style of running text, the room they have, and which headings there are. */
export interface Place {
  readonly style: string;
  /** Twentieths of a point from the left edge of the column. */
  readonly indent: number;
  /** Twentieths of a point from the indent to the right edge. */
  readonly width: number;
  /** 0 outside of lists. */
  readonly listDepth: number;
  readonly headings: 'body' | 'annex' | 'plain';
}

/** Writes block nodes; handed to the nodes that contain blocks, so that their files do not know one another. */
export type WriteBlocks = (nodes: readonly ProseNode[], place: Place, context: WriteContext) => FileChild[];

/** Writes inline nodes; handed on for the same reason. */
export type WriteInline = (nodes: readonly ProseNode[], context: WriteContext) => ParagraphChild[];

/** 1, 2, 3 … */
export class Counter {
  private last: number;

  constructor(first = 1) {
    this.last = first - 1;
  }

  next(): number {
    this.last += 1;
    return this.last;
  }
}
