import { blockText } from '../anchors/block-text';
import { carryOffsets } from '../compare/carry-offset';
import { isTextBlock, nodeName } from '../compare/node-name';
import { nodeSize } from '../compare/node-size';
import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';

/** How a figure, citation or cross-reference reads; null where it reads as nothing. */
export type ShownWords = (node: ProseNode) => string | null;

export const OBJECTS: ReadonlySet<string> = new Set([
  'figureNumber',
  'figureTable',
  'figureChart',
  'citation',
  'crossReference',
  'actionCitation',
]);

/**
 * A text that came back with its figures, citations and cross-references put back where the program that edited the file kept their words but
 * lost what bound them. Words that differ in the least are left as words. Both texts bear the same names (alignByText).
 */
export function restoreObjects(sent: ProseNode, returned: ProseNode, shown: ShownWords): ProseNode {
  const present = new Set([...walkProse(returned)].map(nameOfObject));
  const lost = new Map<string, ProseNode>();
  for (const block of walkProse(sent)) {
    const name = nodeName(block);
    const isLost = (child: ProseNode) => INLINE_OBJECTS.has(child.type) && !present.has(nameOfObject(child));
    if (name !== null && isTextBlock(block) && (block.content ?? []).some(isLost)) lost.set(name, block);
  }
  if (lost.size === 0) return returned;
  const visit = (node: ProseNode): ProseNode => {
    const before = isTextBlock(node) ? lost.get(nodeName(node) ?? '') : undefined;
    const content = node.content?.map(visit);
    const own = content ? { ...node, content } : node;
    return before ? restoreInBlock(before, own, shown, (child) => !present.has(nameOfObject(child))) : own;
  };
  return visit(returned);
}

const INLINE_OBJECTS: ReadonlySet<string> = new Set(['figureNumber', 'citation', 'crossReference', 'actionCitation']);

function nameOfObject(node: ProseNode): string {
  return `${node.type} ${String(node.attrs?.nodeId ?? node.attrs?.actionKey)}`;
}

function restoreInBlock(before: ProseNode, block: ProseNode, shown: ShownWords, isLost: (node: ProseNode) => boolean): ProseNode {
  const spans: { readonly from: number; readonly to: number; readonly node: ProseNode; readonly words: string }[] = [];
  let line = '';
  for (const child of before.content ?? []) {
    const words = INLINE_OBJECTS.has(child.type) && isLost(child) ? shown(child) : null;
    const text = words ?? blockText({ type: 'paragraph', content: [child] });
    if (words) spans.push({ from: line.length, to: line.length + words.length, node: child, words });
    line += text;
  }
  const carry = carryOffsets(line, blockText(block));
  let content = block.content ?? [];
  // from the end, so that offsets before stay what they are
  for (const { from, to, node, words } of spans.reverse()) {
    const place = carry(from, to);
    if (place && blockText(block).slice(place.from, place.to) === words) content = replaced(content, place.from, place.to, node);
  }
  return { ...block, content };
}

/** The content with a stretch of text replaced by a node, which keeps no marks. */
function replaced(content: readonly ProseNode[], from: number, to: number, node: ProseNode): ProseNode[] {
  const out: ProseNode[] = [];
  let at = 0;
  let isIn = false;
  for (const child of content) {
    const size = nodeSize(child);
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, size)];
    if (child.type !== 'text' || start >= end) {
      out.push(child);
    } else {
      const text = child.text ?? '';
      if (start > 0) out.push({ ...child, text: text.slice(0, start) });
      if (!isIn) out.push(node);
      isIn = true;
      if (end < size) out.push({ ...child, text: text.slice(end) });
    }
    at += size;
  }
  return out;
}
