import type { MarginNode } from '../../methods/margin-node';

/** The tree with no failures in it: for a second computation of positions whose failures another part of the tree already names. */
export function withoutFailures(node: MarginNode): MarginNode {
  if (node.children.length === 0 && node.failures.length === 0) return node;
  return { ...node, failures: [], children: node.children.map(withoutFailures) };
}
