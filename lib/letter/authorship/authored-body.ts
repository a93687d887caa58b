import * as Y from 'yjs';
import { markOf } from '../schema/body-of-room';
import type { ProseMark, ProseNode } from '../schema/prose-node';
import { ROOM_FRAGMENT } from '../schema/room-fragment';
import { type Authorship, authorFinder, isSameAuthor, type WriterSpan } from './authorship';

/** A node of a room's text with who put it there; on text, who wrote these words. */
export interface AuthoredNode extends ProseNode {
  readonly content?: readonly AuthoredNode[];
  readonly author?: Authorship;
}

/**
 * The text of a room as it stands, every stretch of words with its author: a text node ends where the author, or the marks, change. Words that
 * somebody else only made bold stay their writer's. What the schema would not allow is not mended here: this is for showing only.
 */
export function authoredBody(room: Y.Doc, writers: readonly WriterSpan[]): AuthoredNode {
  const authorOf = authorFinder(writers);
  const nodesOf = (item: unknown): AuthoredNode[] => {
    if (item instanceof Y.XmlText) return textNodesOf(item, authorOf);
    if (!(item instanceof Y.XmlElement)) return [];
    const attrs: Record<string, unknown> = item.getAttributes();
    const { id } = item._item ?? {};
    return [
      {
        type: item.nodeName,
        ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
        ...(item.length > 0 ? { content: item.toArray().flatMap(nodesOf) } : {}),
        ...(id ? { author: authorOf(id.client, id.clock) } : {}),
      },
    ];
  };
  return { type: 'doc', content: room.getXmlFragment(ROOM_FRAGMENT).toArray().flatMap(nodesOf) };
}

type AuthorOf = ReturnType<typeof authorFinder>;

function textNodesOf(text: Y.XmlText, authorOf: AuthorOf): AuthoredNode[] {
  const nodes: AuthoredNode[] = [];
  const attributes = new Map<string, unknown>();
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (content.value === null) attributes.delete(content.key);
      else attributes.set(content.key, content.value);
    }
    if (!(content instanceof Y.ContentString)) continue;
    const marks = [...attributes].map(markOf);
    for (const [from, to, author] of stretches(item.id.client, item.id.clock, content.str.length, authorOf)) {
      append(nodes, content.str.slice(from, to), marks, author);
    }
  }
  return nodes;
}

/** An item cut where its author changes: what two members never did, but what one sent in two parts may have been merged. */
function* stretches(client: number, clock: number, length: number, authorOf: AuthorOf): Generator<[number, number, Authorship]> {
  let from = 0;
  while (from < length) {
    const author = authorOf(client, clock + from);
    let to = from + 1;
    while (to < length && authorOf(client, clock + to) === author) to++;
    yield [from, to, author];
    from = to;
  }
}

function append(nodes: AuthoredNode[], text: string, marks: readonly ProseMark[], author: Authorship): void {
  const last = nodes.at(-1);
  if (last?.author && isSameAuthor(last.author, author) && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) {
    nodes[nodes.length - 1] = { ...last, text: (last.text ?? '') + text };
  } else nodes.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}), author });
}
