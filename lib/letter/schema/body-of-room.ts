import * as Y from 'yjs';
import type { ProseMark, ProseNode } from './prose-node';
import { repairBody } from './repair-body';
import { ROOM_FRAGMENT } from './room-fragment';
import { uniqueIdentities } from './unique-identities';

/**
 * The text of a room as a body that the schema allows, every node named once. `repaired` says that the document held something the schema
 * does not allow; its text is kept as plain paragraphs.
 */
export function bodyOfRoom(room: Y.Doc): { readonly body: ProseNode; readonly repaired: boolean } {
  const content = room.getXmlFragment(ROOM_FRAGMENT).toArray().flatMap(nodesOf);
  const { body, repaired } = repairBody({ type: 'doc', content });
  return { body: uniqueIdentities(body), repaired };
}

function nodesOf(item: Y.XmlElement | Y.XmlText | Y.XmlHook): ProseNode[] {
  if (item instanceof Y.XmlText) return textNodesOf(item);
  if (!(item instanceof Y.XmlElement)) return [];
  const attrs: Record<string, unknown> = item.getAttributes();
  const content = item.toArray().flatMap((child) => (child instanceof Y.XmlElement || child instanceof Y.XmlText ? nodesOf(child) : []));
  return [
    {
      type: item.nodeName,
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    },
  ];
}

interface TextRun {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function textNodesOf(text: Y.XmlText): ProseNode[] {
  const nodes: ProseNode[] = [];
  for (const run of text.toDelta() as readonly TextRun[]) {
    if (typeof run.insert !== 'string' || run.insert === '') continue;
    const marks = Object.entries(run.attributes ?? {}).map(markOf);
    nodes.push({ type: 'text', text: run.insert, ...(marks.length > 0 ? { marks } : {}) });
  }
  return nodes;
}

/** Marks that may overlap carry a hash behind their name in the shared text; it is no part of the name. */
export function markOf([key, attrs]: [string, unknown]): ProseMark {
  const type = key.replace(/--[A-Za-z0-9+/=]{8}$/, '');
  return typeof attrs === 'object' && attrs !== null && Object.keys(attrs).length > 0 ? { type, attrs: { ...attrs } } : { type };
}
