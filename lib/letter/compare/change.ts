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
}

/** Words, figures, footnotes or citations inside one text block: put in, taken out, or replaced. */
export interface TextChange {
  readonly kind: 'text';
  readonly before: Stretch;
  readonly after: Stretch;
  /** what is taken out and what is put in, as inline nodes with their marks; one of them may be empty */
  readonly deleted: readonly ProseNode[];
  readonly inserted: readonly ProseNode[];
  /** the whole inline content of the block before, against which the offsets are read when the text has moved on */
  readonly base: readonly ProseNode[];
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
}

/** One text block became two: what stands behind `at` is now the block `newBlock`. */
export interface SplitChange {
  readonly kind: 'split';
  readonly blockId: string;
  readonly at: number;
  /** the new block without its content */
  readonly newBlock: ProseNode;
  readonly base: readonly ProseNode[];
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
}

/** The same block, figure or footnote with another type or other attributes: a heading, its level, a list's kind, a figure's run. */
export interface NodeChange {
  readonly kind: 'node';
  /** `id` of a block or footnote, `nodeId` of a figure */
  readonly nodeId: string;
  readonly before: { readonly type: string; readonly attrs: Readonly<Record<string, unknown>> };
  readonly after: { readonly type: string; readonly attrs: Readonly<Record<string, unknown>> };
}

/** Neighbouring blocks, list items, rows or cells that are new. */
export interface InsertChange {
  readonly kind: 'insert';
  readonly place: BlockPlace;
  readonly nodes: readonly ProseNode[];
}

/** Neighbouring blocks, list items, rows or cells that are gone; `place` is where they stood. */
export interface DeleteChange {
  readonly kind: 'delete';
  readonly place: BlockPlace;
  readonly nodes: readonly ProseNode[];
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
