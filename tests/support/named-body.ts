import type { ProseNode } from '@/lib/letter/schema/prose-node';

/** Builders of bodies in which every node has a name, so that a case of comparison is a line: doc(p('a', 'one ', em('two'))). */
type Inline = ProseNode | string;

const node = (type: string, id: string, content: readonly (ProseNode | string)[], attrs: Record<string, unknown> = {}): ProseNode => ({
  type,
  attrs: { id, ...attrs },
  content: content.map((child) => (typeof child === 'string' ? { type: 'text', text: child } : child)),
});
export const doc = (...content: ProseNode[]): ProseNode => ({ type: 'doc', content });
export const p = (id: string, ...content: Inline[]) => node('paragraph', id, content);
export const h = (id: string, level: number, ...content: Inline[]) => node('heading', id, content, { level });
export const ul = (id: string, ...items: ProseNode[]) => node('bulletList', id, items);
export const ol = (id: string, ...items: ProseNode[]) => node('orderedList', id, items, { start: 1, type: null });
export const quote = (id: string, ...blocks: ProseNode[]) => node('blockquote', id, blocks);
export const note = (id: string, ...paragraphs: ProseNode[]) => node('footnote', id, paragraphs);
export const table = (id: string, ...rows: ProseNode[]) => node('table', id, rows);
/** A list item or cell holds a paragraph named like it with a stroke where it is given words. */
const holding =
  (type: string, attrs: Record<string, unknown> = {}) =>
  (id: string, ...content: Inline[]) =>
    node(
      type,
      id,
      content.length > 0 && content.every((child) => typeof child === 'object' && child.attrs?.id) ? content : [p(`${id}'`, ...content)],
      attrs,
    );
export const li = holding('listItem');
export const td = holding('tableCell', { colspan: 1, rowspan: 1, colwidth: null, align: null });
export const tr = (id: string, ...cells: ProseNode[]) => node('tableRow', id, cells);
export const marked = (type: string, text: string, attrs?: Record<string, unknown>): ProseNode => ({
  type: 'text',
  text,
  marks: [{ type, ...(attrs ? { attrs } : {}) }],
});
export const em = (text: string) => marked('italic', text);
export const fig = (nodeId: string, runId = 'r1'): ProseNode => ({
  type: 'figureNumber',
  attrs: { figureId: 'f', runId, path: 'a/b', format: null, valueAtInsertion: null, nodeId },
});
export const figTable = (id: string, runId = 'r1', caption = ''): ProseNode => ({
  type: 'figureTable',
  attrs: { id, figureId: 'f', runId, path: 'a/b', format: null, valueAtInsertion: null, nodeId: `${id}-node`, caption },
});
