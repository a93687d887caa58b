import type { ProseNode } from '../schema/prose-node';
import type { AuthoredNode } from './authored-body';
import { type Authorship, isSameAuthor } from './authorship';

/** Words of one author, one after the other, in one block. */
export interface Passage {
  /** The text block; null where it has no name. */
  readonly blockId: string | null;
  readonly text: string;
  readonly author: Authorship;
}

/** Who wrote what, in reading order. A figure or citation counts for who put it there, and reads as `atomText` says. */
export function passagesOf(body: AuthoredNode, atomText: (node: ProseNode) => string = () => ''): readonly Passage[] {
  const passages: Passage[] = [];
  const visit = (node: AuthoredNode, blockId: string | null) => {
    const text = node.type === 'text' ? (node.text ?? '') : node.content ? '' : atomText(node);
    if (text !== '' && node.author) {
      const last = passages.at(-1);
      if (last && last.blockId === blockId && isSameAuthor(last.author, node.author)) {
        passages[passages.length - 1] = { ...last, text: last.text + text };
      } else passages.push({ blockId, text, author: node.author });
    }
    const id = node.attrs?.id;
    for (const child of node.content ?? []) visit(child, typeof id === 'string' ? id : blockId);
  };
  visit(body, null);
  return passages;
}
