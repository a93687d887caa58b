import * as Y from 'yjs';
import { bodyOfRoom } from '@/lib/letter/schema/body-of-room';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** The same changes, and the same text, blocks, attributes and marks come of them. */
export function sameText(a: Y.Doc, b: Y.Doc): boolean {
  return sameClocks(a, b) && contentOf(a) === contentOf(b);
}

/**
 * The same but for marks. Each copy of a Yjs text tidies away marks that change nothing any more and tells the others; the sum, which tells nobody,
 * may tidy away another one where two people set the same mark unseen.
 */
export function sameWords(a: Y.Doc, b: Y.Doc): boolean {
  return sameClocks(a, b) && contentOf(a, withoutMarks) === contentOf(b, withoutMarks);
}

function sameClocks(a: Y.Doc, b: Y.Doc): boolean {
  const [ofA, ofB] = [a, b].map((document) => Y.decodeStateVector(Y.encodeStateVector(document)));
  return ofA !== undefined && ofA.size === ofB?.size && [...ofA].every(([id, clock]) => ofB.get(id) === clock);
}

/** The text of a document, for comparing. */
export function contentOf(document: Y.Doc, view: (node: ProseNode) => unknown = (node) => node): string {
  return JSON.stringify(view(bodyOfRoom(document).body));
}

function withoutMarks(node: ProseNode): unknown {
  const children: unknown[] = [];
  for (const child of node.content ?? []) {
    if (child.type !== 'text') children.push(withoutMarks(child));
    else if (typeof children.at(-1) === 'string') children.push(`${children.pop()}${child.text}`);
    else children.push(child.text);
  }
  return [node.type, node.attrs, children];
}
