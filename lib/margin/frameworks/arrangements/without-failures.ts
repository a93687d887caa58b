import type { MarginNode } from '../../methods/margin-node';

/** The tree with no failures in it: for a second computation of positions whose failures another part of the tree already names. */
export function withoutFailures(node: MarginNode): MarginNode {
  return { ...node, failures: [], children: node.children.map(withoutFailures) };
}
