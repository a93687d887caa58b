import { nodeSize } from '../compare/node-size';
import type { ProseNode } from '../schema/prose-node';

/**
 * The text of a paragraph or heading, as long as its content is for ProseMirror: each unit that is no text (a figure, a line break, each unit
 * of a footnote) is an object replacement character.
 */
export function blockText(block: ProseNode): string {
  return (block.content ?? []).map((node) => (node.type === 'text' ? (node.text ?? '') : '\ufffc'.repeat(nodeSize(node)))).join('');
}
