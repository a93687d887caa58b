import { namesIn, nodeName } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { drawEdits } from './draw-edits';
import type { Edit } from './edit';
import { editsBetween } from './edits-between';
import { heldBody } from './held-body';
import type { TrackedBody, Tracker } from './tracked';

/**
 * One body with everything marked that makes it the other: settleTracked gives either back, as a Word file can hold them. What Word cannot
 * track in place (columns, merged cells, a block moved) goes and comes as a whole.
 */
export function trackBodies(before: ProseNode, after: ProseNode, tracker: Tracker): TrackedBody {
  const [old, now] = [heldBody(before), heldBody(after)];
  const base = withWidths(old, now);
  const names = namesIn(base);
  const edits = editsBetween(base, now).map((edit) => ({ edit: named(edit, names), by: tracker }));
  return drawEdits(base, edits);
}

/** What comes gets no name that something has which goes: a block that stands there twice for a while. */
function named(edit: Edit, names: ReadonlySet<string>): Edit {
  if (edit.kind !== 'come') return edit;
  const fresh = (node: ProseNode): ProseNode => {
    const content = node.content ? { content: node.content.map(fresh) } : {};
    const isTaken = typeof node.attrs?.id === 'string' && names.has(node.attrs.id);
    return { ...node, ...(isTaken ? { attrs: { ...node.attrs, id: null } } : {}), ...content };
  };
  return { ...edit, nodes: edit.nodes.map(fresh) };
}

/** Widths of columns are nothing that is tracked: those of the later version hold. */
function withWidths(before: ProseNode, after: ProseNode): ProseNode {
  const widths = new Map<string, unknown>();
  const read = (node: ProseNode) => {
    if (node.attrs && 'colwidth' in node.attrs) widths.set(nodeName(node) ?? '', node.attrs.colwidth);
    for (const child of node.content ?? []) read(child);
  };
  read(after);
  const write = (node: ProseNode): ProseNode => {
    const content = node.content ? { content: node.content.map(write) } : {};
    const name = nodeName(node) ?? '';
    const own = node.attrs && 'colwidth' in node.attrs && widths.has(name);
    return { ...node, ...content, ...(own ? { attrs: { ...node.attrs, colwidth: widths.get(name) } } : {}) };
  };
  return write(before);
}
