import { nodeSize } from '@/lib/letter/compare/node-size';
import type { ReturnedObject } from '@/lib/letter/returned/returned-document';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { COMMENT_END, COMMENT_START, isMarker, RETURNED_AS } from './inline/markers';
import type { ReadingLog } from './reading-log';

/** Where a comment begins or ends: in a text block of a body (null: the title), at an offset that deleted words do not count for. */
export interface CommentEdge {
  readonly comment: string;
  readonly edge: 'start' | 'end';
  readonly blockId: string | null;
  readonly offset: number;
}

export interface FinishedBody {
  readonly body: ProseNode;
  readonly objects: Readonly<Record<string, ReturnedObject>>;
  readonly edges: readonly CommentEdge[];
  /** what each text block says, deleted words left out */
  readonly texts: ReadonlyMap<string, string>;
}

/** Takes what only the reading needed out of a body: markers of comments become places, and what the file shows of objects is told beside it. */
export function finishBody(body: ProseNode, section: number, log: ReadingLog): FinishedBody {
  const objects: Record<string, ReturnedObject> = {};
  const edges: CommentEdge[] = [];
  const texts = new Map<string, string>();
  let blocks = 0;
  const finish = (node: ProseNode): ProseNode => {
    const { [RETURNED_AS]: key, ...own } = node.attrs ?? {};
    const attrs: Record<string, unknown> = own;
    const shown = typeof key === 'string' ? log.objects.get(key) : undefined;
    if (shown && 'nodeId' in attrs) attrs.nodeId ??= `returned-${section}-object-${String(key)}`;
    if (shown) objects[String(attrs.nodeId ?? `action-${Object.keys(objects).length + 1}`)] = shown;
    const isText = node.type === 'paragraph' || node.type === 'heading';
    if (isText) {
      blocks += 1;
      attrs.id = `returned-${section}-${blocks}`;
    }
    const content = isText ? lineOf(node.content ?? [], String(attrs.id)) : node.content?.map(finish);
    return {
      ...node,
      ...(node.attrs || isText ? { attrs } : {}),
      ...(content ? { content } : {}),
    };
  };
  const lineOf = (nodes: readonly ProseNode[], blockId: string): ProseNode[] => {
    let offset = 0;
    let text = '';
    const line: ProseNode[] = [];
    for (const node of nodes) {
      if (isMarker(node)) {
        const edge = edgeOf(node);
        if (edge) edges.push({ ...edge, blockId, offset });
        continue;
      }
      const finished = finish(node);
      line.push(finished);
      if ((finished.marks ?? []).some(({ type }) => type === 'deleted')) continue;
      offset += nodeSize(finished);
      text += finished.text ?? '\ufffc'.repeat(nodeSize(finished));
    }
    texts.set(blockId, text);
    return line;
  };
  return { body: finish(body), objects, edges, texts };
}

/** What a marker says of a comment; null for another marker. */
export function edgeOf({ type, attrs }: ProseNode): Pick<CommentEdge, 'comment' | 'edge'> | null {
  if (type !== COMMENT_START && type !== COMMENT_END) return null;
  return { comment: String(attrs?.id ?? ''), edge: type === COMMENT_START ? 'start' : 'end' };
}
