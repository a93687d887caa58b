import { nodeName } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { drawEdits } from './draw-edits';
import { editsBetween } from './edits-between';
import { withFormerNames } from './former-names';
import { heldBody } from './held-body';
import type { TrackedBody, Tracker } from './tracked';

/**
 * One body with everything marked that makes it the other: settleTracked gives either back, as a Word file can hold them. What Word cannot
 * track in place (columns, merged cells, a block moved) goes and comes as a whole.
 */
export function trackBodies(before: ProseNode, after: ProseNode, tracker: Tracker): TrackedBody {
  const [old, now] = [heldBody(unprotected(before)), heldBody(unprotected(after))];
  const base = withWidths(old, now);
  const edits = editsBetween(base, now).map((edit) => ({ edit, by: tracker }));
  return withFormerNames(drawEdits(base, edits), now);
}

/** A body without what is said of holding text back: what is held back from a build was taken out of it before. */
function unprotected(node: ProseNode): ProseNode {
  const { protection: _protection, ...attrs } = node.attrs ?? {};
  const { marks = [], attrs: _attrs, content, ...rest } = node;
  const kept = marks.filter(({ type }) => type !== 'protectedText');
  return {
    ...rest,
    ...(node.attrs ? { attrs } : {}),
    ...(kept.length > 0 ? { marks: kept } : {}),
    ...(content ? { content: content.map(unprotected) } : {}),
  };
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
