import type { MarginNode } from '../methods/margin-node';

/** A node of a result tree as one plain row: amounts are exact decimal strings, children are the rows whose parentPath it is. */
export interface FlatNode {
  readonly path: string;
  readonly parentPath: string | null;
  /** Place among its siblings, from 0. */
  readonly ordinal: number;
  readonly label: string;
  readonly level: MarginNode['level'];
  readonly amount: string;
  readonly childCount: number;
  readonly detail: FlatNodeDetail;
}

export type FlatNodeDetail = Pick<MarginNode, 'formula' | 'citations' | 'parameters' | 'inputs' | 'assumptions' | 'failures'>;

/** The tree's rows, parents before children, siblings in order. Paths are unique within a tree. */
export function flattenTree(root: MarginNode): FlatNode[] {
  const rows: FlatNode[] = [];
  const open: { node: MarginNode; parentPath: string | null; ordinal: number }[] = [{ node: root, parentPath: null, ordinal: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parentPath, ordinal } = next;
    const { formula, citations, parameters, inputs, assumptions, failures } = node;
    rows.push({
      path: node.path,
      parentPath,
      ordinal,
      label: node.label,
      level: node.level,
      amount: node.amount.toString(),
      childCount: node.children.length,
      detail: { formula, citations, parameters, inputs, assumptions, failures },
    });
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i];
      if (child !== undefined) open.push({ node: child, parentPath: node.path, ordinal: i });
    }
  }
  return rows;
}
