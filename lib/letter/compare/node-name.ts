import type { ProseNode } from '../schema/prose-node';

/** The name under which a node is found again: `id` of a block or footnote, else `nodeId` of a figure; null where it has none. */
export function nodeName(node: ProseNode): string | null {
  const name = node.attrs?.id ?? node.attrs?.nodeId;
  return typeof name === 'string' && name !== '' ? name : null;
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading']);

export function isTextBlock(node: ProseNode): boolean {
  return TEXT_BLOCKS.has(node.type);
}

/** A node without what it holds. */
export function withoutContent(node: ProseNode): ProseNode {
  return { type: node.type, ...(node.attrs ? { attrs: node.attrs } : {}) };
}

/** The names of a node and of all that it holds. */
export function namesIn(node: ProseNode, names: Set<string> = new Set()): Set<string> {
  const name = nodeName(node);
  if (name !== null) names.add(name);
  for (const child of node.content ?? []) namesIn(child, names);
  return names;
}
