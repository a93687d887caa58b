import { canonicalBody, joinText, sameValue } from '../compare/canonical-body';
import { isTextBlock } from '../compare/node-name';
import type { ProseMark, ProseNode } from '../schema/prose-node';
import { hasContent } from '../walk-prose';

/**
 * A body as it is tracked: blocks in which nothing is written are left out, because the writer leaves them out too, and no mark of a paragraph
 * that comes or goes may meet them.
 */
export function heldBody(body: ProseNode): ProseNode {
  const content = (canonicalBody(body).content ?? []).flatMap(heldBlock);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph', attrs: { id: 'empty' } }] };
}

/** Whether two bodies say and show the same, whatever their nodes are called. */
export function saysSame(one: ProseNode, other: ProseNode): boolean {
  return sameValue(nameless(one), nameless(other));
}

function heldBlock(node: ProseNode): ProseNode[] {
  if (isTextBlock(node)) return hasContent(node) ? [{ ...node, content: heldInline(node.content ?? []) }] : [];
  if (node.type === 'tableHeader' || node.type === 'tableCell') return [{ ...node, content: atLeastOne(node) }];
  if (node.type === 'tableRow') return [{ ...node, ...(node.content ? { content: node.content.flatMap(heldBlock) } : {}) }];
  if (!node.content) return node.type === 'figureTable' || node.type === 'figureChart' ? [node] : [];
  const content = node.content.flatMap(heldBlock);
  if (content.length === 0) return [];
  const startsWrong = node.type === 'listItem' && content[0]?.type !== 'paragraph';
  return [{ ...node, content: startsWrong ? [emptyParagraph(node), ...content] : content }];
}

function atLeastOne(node: ProseNode): ProseNode[] {
  const content = (node.content ?? []).flatMap(heldBlock);
  return content.length > 0 ? content : [emptyParagraph(node)];
}

/** The paragraph that a cell or item has to have, under the name of the one that was there. */
function emptyParagraph({ content = [], attrs }: ProseNode): ProseNode {
  const own = content.find(({ type }) => type === 'paragraph' && !hasContent({ type, content: content[0]?.content ?? [] }));
  return { type: 'paragraph', attrs: own?.attrs ?? { id: `${String(attrs?.id)} empty` } };
}

function heldInline(nodes: readonly ProseNode[]): ProseNode[] {
  const held = nodes.flatMap((node): ProseNode[] => {
    if (node.type !== 'footnote') return [node];
    const content = (node.content ?? []).flatMap(heldBlock);
    return content.length > 0 ? [{ ...node, content }] : [];
  });
  return joinText(held);
}

function nameless(node: ProseNode): object {
  const { id: _id, nodeId: _nodeId, ...attrs } = node.attrs ?? {};
  const filled = Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null && value !== undefined));
  const marks = [...(node.marks ?? [])].sort((one: ProseMark, other: ProseMark) => (one.type < other.type ? -1 : 1));
  return { type: node.type, text: node.text, attrs: filled, marks, content: (node.content ?? []).map(nameless) };
}
