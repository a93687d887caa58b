import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** Nodes that stand in lines of text only while a file is read: where comments begin and end, and drawings. */
export const COMMENT_START = 'returnedCommentStart';
export const COMMENT_END = 'returnedCommentEnd';
export const DRAWING = 'returnedDrawing';
/** The attribute by which an object's node finds what the file shows of it, while the file is read. */
export const RETURNED_AS = 'returnedAs';

export function isMarker({ type }: ProseNode): boolean {
  return type === COMMENT_START || type === COMMENT_END || type === DRAWING;
}

/** The text of inline nodes with all changes accepted; a break is a line end. */
export function shownText(nodes: readonly ProseNode[]): string {
  return nodes
    .map((node) => {
      if ((node.marks ?? []).some(({ type }) => type === 'deleted')) return '';
      return node.type === 'hardBreak' ? '\n' : (node.text ?? '');
    })
    .join('');
}

/** The same with all changes rejected. */
export function formerText(nodes: readonly ProseNode[]): string {
  return nodes
    .map((node) => {
      if ((node.marks ?? []).some(({ type }) => type === 'inserted')) return '';
      return node.type === 'hardBreak' ? '\n' : (node.text ?? '');
    })
    .join('');
}
