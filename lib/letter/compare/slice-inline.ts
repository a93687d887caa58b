import type { ProseNode } from '../schema/prose-node';
import { nodeSize } from './node-size';

/** The inline nodes of a stretch, text cut where it begins and ends. */
export function sliceInline(content: readonly ProseNode[], from: number, to: number): ProseNode[] {
  const out: ProseNode[] = [];
  let at = 0;
  for (const node of content) {
    const size = nodeSize(node);
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, size)];
    if (start < end) out.push(node.type === 'text' ? { ...node, text: (node.text ?? '').slice(start, end) } : node);
    at += size;
  }
  return out;
}
