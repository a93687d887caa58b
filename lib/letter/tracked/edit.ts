import type { ProseMark, ProseNode } from '../schema/prose-node';

/**
 * What is done to a body, a step small enough for Word to track it. Blocks are named; offsets count inside a text block as ProseMirror does. All
 * edits are of the body as it was, so that those of several people can be drawn into it together.
 */
export type Edit =
  /** a block, list item or row that goes as a whole */
  | { readonly kind: 'gone'; readonly id: string }
  /** blocks, items or rows that come, before the child `before` of the node `parent` (null: the body), at its end where `before` is null */
  | { readonly kind: 'come'; readonly parent: string | null; readonly before: string | null; readonly nodes: readonly ProseNode[] }
  /** a stretch of words that goes */
  | { readonly kind: 'cut'; readonly id: string; readonly from: number; readonly to: number }
  /** words that come */
  | { readonly kind: 'put'; readonly id: string; readonly at: number; readonly nodes: readonly ProseNode[] }
  /** a new paragraph mark; what stands behind it has the form of `block`, and is an item of its own where `item` is given */
  | { readonly kind: 'split'; readonly id: string; readonly at: number; readonly block: ProseNode; readonly item: ProseNode | null }
  /** a paragraph mark that goes */
  | { readonly kind: 'join'; readonly id: string }
  | {
      readonly kind: 'format';
      readonly id: string;
      readonly from: number;
      readonly to: number;
      readonly added: readonly ProseMark[];
      readonly removed: readonly ProseMark[];
    }
  /** a text block of another type or level */
  | { readonly kind: 'form'; readonly id: string; readonly type: string; readonly attrs: Readonly<Record<string, unknown>> }
  /** a list of another kind */
  | { readonly kind: 'list'; readonly id: string; readonly type: string; readonly attrs: Readonly<Record<string, unknown>> };
