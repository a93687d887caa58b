import { LEAF_ATOMS } from '../schema/inline-nodes';
import type { ProseNode } from '../schema/prose-node';

/** The size of a node as ProseMirror counts it: text by its UTF-16 units, an atom 1, any other 2 and what it holds. */
export function nodeSize(node: ProseNode): number {
  if (node.type === 'text') return (node.text ?? '').length;
  if (LEAF_ATOMS.has(node.type)) return 1;
  return contentSize(node) + 2;
}

export function contentSize(node: ProseNode): number {
  return (node.content ?? []).reduce((sum, child) => sum + nodeSize(child), 0);
}
