import { isTextBlock } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import type { TrackedEnd } from './tracked';

/** A block that comes or goes as a whole: its words and ends marked, its rows and figures. */
export function wholeNode(node: ProseNode, end: TrackedEnd): ProseNode {
  if (isTextBlock(node)) {
    const content = (node.content ?? []).map((inline) => markedInline(inline, end));
    return { ...node, attrs: { ...node.attrs, trackedEnd: end }, ...(node.content ? { content } : {}) };
  }
  if (node.type === 'tableRow' || !node.content) return { ...node, attrs: { ...node.attrs, tracked: end } };
  return { ...node, content: node.content.map((child) => wholeNode(child, end)) };
}

/** An inline node with the mark that it comes or goes. */
export function markedInline(node: ProseNode, { kind, author, at }: TrackedEnd): ProseNode {
  return { ...node, marks: [...(node.marks ?? []), { type: kind, attrs: { author, at } }] };
}
