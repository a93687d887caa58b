import type { BodyTree, TreeNode } from './body-tree';

const DROPPED_EMPTY: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'table', 'blockquote']);
const NEVER_EMPTY: ReadonlySet<string> = new Set(['doc', 'tableCell', 'tableHeader', 'footnote']);

/** Where changes and other people's edits together left something empty: lists and tables of nothing go, cells and items get a paragraph. */
export function settleTree(tree: BodyTree): void {
  settle(tree, tree.root);
}

function settle(tree: BodyTree, node: TreeNode): void {
  if (node.type === 'text' || (!node.content && !NEVER_EMPTY.has(node.type) && !DROPPED_EMPTY.has(node.type) && node.type !== 'listItem'))
    return;
  for (const child of node.content ?? []) settle(tree, child);
  const first = node.content?.[0];
  if (!first && DROPPED_EMPTY.has(node.type)) tree.remove(node);
  else if ((!first && NEVER_EMPTY.has(node.type)) || (node.type === 'listItem' && first?.type !== 'paragraph')) {
    tree.insert(node, 0, [{ type: 'paragraph' }]);
  }
}
