import type { MarginNode } from '../methods/margin-node';

/** A node and all below it as plain JSON: amounts are exact decimal strings. */
export type MarginNodeJson = Omit<MarginNode, 'amount' | 'children'> & {
  readonly amount: string;
  readonly children: readonly MarginNodeJson[];
};

/** The JSON form of a result tree. */
export function nodeJson(node: MarginNode): MarginNodeJson {
  return { ...node, amount: node.amount.toString(), children: node.children.map(nodeJson) };
}
