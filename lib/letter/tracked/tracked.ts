import type { ProseMark, ProseNode } from '../schema/prose-node';

/** Who made a change, and when (ISO time). In a file that is filed neither is a person: see LetterBuild. */
export interface Tracker {
  readonly author: string;
  readonly at: string;
}

/**
 * A text with its changes still to be decided, as Word keeps them: the one form between the comparison, the Word writer and the Word reader. It
 * is a body of the section schema with these marks and attributes in addition, and holds both what goes and what comes.
 *
 * - An inline node (text, footnote, figure, citation, line break) with the mark `inserted` or `deleted` ({author, at}) comes or goes. One that
 *   somebody put in and somebody else took out again has both.
 * - A text with the mark `reformatted` ({author, at, before: ProseMark[]}) had other marks before.
 * - A text block whose attribute `trackedEnd` is an inserted or deleted TrackedEnd: its paragraph mark comes or goes, so that with it
 *   the block is joined with the next one or apart from it. A block that comes or goes as a whole has its words and its end marked.
 * - A table row, figureTable or figureChart with `tracked` (a TrackedEnd) comes or goes as a whole.
 * - A text block with `trackedForm` had another style or numbering before.
 */
export interface TrackedEnd extends Tracker {
  readonly kind: 'inserted' | 'deleted';
}

export interface TrackedForm extends Tracker {
  /** the type and attributes (level, or what list it was in) that the block had */
  readonly before: { readonly type: string; readonly attrs: Readonly<Record<string, unknown>> };
}

export interface ReformattedMark extends ProseMark {
  readonly type: 'reformatted';
  readonly attrs: { readonly author: string; readonly at: string; readonly before: readonly ProseMark[] };
}

/** A body in the form described at TrackedEnd. */
export type TrackedBody = ProseNode;
