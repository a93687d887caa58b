import type { MarginNode } from '../methods/margin-node';

/** A node and all below it as plain JSON: amounts are exact decimal strings. */
export type MarginNodeJson = Omit<MarginNode, 'amount' | 'children'> & {
  readonly amount: string;
  readonly children: readonly MarginNodeJson[];
};

/** The JSON form of a result tree. */
export function nodeJson(node: MarginNode): MarginNodeJson {
  // by name: a leaf that is put together when it is read has no fields to spread
  const { path, label, level, amount, formula, citations, parameters, inputs, assumptions, failures, children } = node;
  return {
    path,
    label,
    level,
    amount: amount.toString(),
    formula,
    citations,
    parameters,
    inputs,
    assumptions,
    failures,
    children: children.map(nodeJson),
  };
}
