import type { ProseNode } from '../schema/prose-node';

/**
 * The same node without the attribute `protection` where it is null. Bodies of before there was any have none, so that the one form of a body
 * that protects nothing is without it: comparisons, kept changes and hashes stay what they were.
 */
export function withoutNullProtection(node: ProseNode): ProseNode {
  const content = node.content?.map(withoutNullProtection);
  const changed = content?.some((child, index) => child !== node.content?.[index]) ?? false;
  if (node.attrs?.protection !== null) return changed ? { ...node, ...(content ? { content } : {}) } : node;
  const { protection: _none, ...others } = node.attrs;
  const { attrs: _all, ...bare } = node;
  return { ...bare, ...(Object.keys(others).length > 0 ? { attrs: others } : {}), ...(content ? { content } : {}) };
}
