import type { ProseMark, ProseNode } from '../schema/prose-node';

/**
 * A stretch of a text block's inline content. Offsets count as ProseMirror does inside the block: a character (UTF-16 unit) is 1, a figure,
 * citation or line break is 1, a footnote is its node size. `from` equals `to` where the stretch is a place between two characters.
 */
export interface Stretch {
  /** The text block (paragraph or heading, also one inside a footnote, list, cell or quotation). */
  readonly blockId: string;
  readonly from: number;
  readonly to: number;
}

/** Where blocks stand: under which node (null: the section itself) and behind which of its children (null: at its beginning). */
export interface BlockPlace {
  readonly parentId: string | null;
  readonly afterId: string | null;
  /** how the place is found among siblings of which only some are there; absent where a change is made by hand */
  readonly around?: PlaceSurroundings;
}

/**
 * The siblings around a place, in the common order of both versions, so that any of several changes can be made first. `behind` and `ahead` are
 * those that stand on both sides, nearest first; `left` and `right` are those between the nearest two that come, go or move themselves.
 */
export interface PlaceSurroundings {
  readonly behind: readonly string[];
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly ahead: readonly string[];
}

/**
 * The text block in which words changed, or all blocks between which words went over by splits and joins, before and after, with every
 * stretch in which the two differ. What a change of words is read against when the text has moved on. Offsets count over all blocks of a side,
 * the border between two blocks as 1.
 */
export interface TextRun {
  readonly before: readonly ProseNode[];
  readonly after: readonly ProseNode[];
  readonly hunks: readonly TextHunk[];
  /** the type of the node in which the blocks stand: doc, footnote, listItem, … */
  readonly within?: string;
}

/** from and to on the side before, from and to on the side after */
export type TextHunk = readonly [number, number, number, number];

/** Words, figures, footnotes or citations inside one text block: put in, taken out, or replaced. */
export interface TextChange {
  readonly kind: 'text';
  readonly before: Stretch;
  readonly after: Stretch;
  /** what is taken out and what is put in, as inline nodes with their marks; one of them may be empty */
  readonly deleted: readonly ProseNode[];
  readonly inserted: readonly ProseNode[];
  /** the whole inline content of the block before */
  readonly base: readonly ProseNode[];
  /** absent where a change is made by hand: then it is read against `base` alone */
  readonly run?: TextRun;
}

/** The same words with other marks. */
export interface FormatChange {
  readonly kind: 'format';
  readonly before: Stretch;
  readonly after: Stretch;
  readonly text: string;
  readonly added: readonly ProseMark[];
  readonly removed: readonly ProseMark[];
  readonly base: readonly ProseNode[];
  readonly run?: TextRun;
}

/** One text block became two: what stands behind `at` is now the block `newBlock`. */
export interface SplitChange {
  readonly kind: 'split';
  readonly blockId: string;
  readonly at: number;
  /** the new block without its content; a list item with its empty paragraph where an item was split */
  readonly newBlock: ProseNode;
  readonly base: readonly ProseNode[];
  /** where the new block stands; behind `blockId` where it is absent */
  readonly place?: BlockPlace;
  readonly run?: TextRun;
}

/** Two neighbouring text blocks became one: `joinedId` and its words went to the end of `blockId`. */
export interface JoinChange {
  readonly kind: 'join';
  readonly blockId: string;
  readonly joinedId: string;
  /** the block that went, without its content, and the length of the block before it */
  readonly joined: ProseNode;
  readonly at: number;
  readonly base: readonly ProseNode[];
  readonly joinedBase: readonly ProseNode[];
  /** where the block stood that went */
  readonly place?: BlockPlace;
  readonly run?: TextRun;
}

/** The same block, figure or footnote with another type or other attributes: a heading, its level, a list's kind, a figure's run. */
export interface NodeChange {
  readonly kind: 'node';
  /** `id` of a block or footnote, `nodeId` of a figure */
  readonly nodeId: string;
  readonly before: { readonly type: string; readonly attrs: Readonly<Record<string, unknown>> };
  readonly after: { readonly type: string; readonly attrs: Readonly<Record<string, unknown>> };
}

/** Neighbouring blocks, list items, rows or cells that are new. Of a column, `place` and `nodes` are of its first row. */
export interface InsertChange {
  readonly kind: 'insert';
  readonly place: BlockPlace;
  readonly nodes: readonly ProseNode[];
  /** the cells of a column in the other rows */
  readonly column?: readonly PlacedNodes[];
}

export interface PlacedNodes {
  readonly place: BlockPlace;
  readonly nodes: readonly ProseNode[];
}

/** Neighbouring blocks, list items, rows or cells that are gone; `place` is where they stood. A column as in InsertChange. */
export interface DeleteChange {
  readonly kind: 'delete';
  readonly place: BlockPlace;
  readonly nodes: readonly ProseNode[];
  readonly column?: readonly PlacedNodes[];
}

/** A block that stands elsewhere among its siblings or under another parent, itself unchanged. */
export interface MoveChange {
  readonly kind: 'move';
  readonly nodeId: string;
  readonly node: ProseNode;
  readonly from: BlockPlace;
  readonly to: BlockPlace;
}

/** Neighbouring blocks that were put into another form as a whole: paragraphs made a list or taken out of one, items nested, a column added. */
export interface ReplaceChange {
  readonly kind: 'replace';
  readonly place: BlockPlace;
  readonly deleted: readonly ProseNode[];
  readonly inserted: readonly ProseNode[];
}

/**
 * One difference between two bodies of a section, complete in itself: it can be shown, applied to a body that has moved on meanwhile, turned
 * round, and stored. Versions, suggestions, the redline and the reader of returned Word files all speak of these.
 */
export type Change =
  | TextChange
  | FormatChange
  | SplitChange
  | JoinChange
  | NodeChange
  | InsertChange
  | DeleteChange
  | MoveChange
  | ReplaceChange;

export type ChangeKind = Change['kind'];
