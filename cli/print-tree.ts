import type { MarginNode } from '@/lib/margin/methods/margin-node';

/** A result tree on standard output, a line for each node, indented by depth. */
export function printTree(node: MarginNode, depth = 0): void {
  process.stdout.write(`${'  '.repeat(depth)}${node.label}  ${node.amount.toString()}  (${node.formula})\n`);
  for (const child of node.children) printTree(child, depth + 1);
}
