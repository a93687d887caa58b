import type { Node as PmNode, ResolvedPos } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state';
import { type Protection, protectionOf } from '../protection/protection';

/**
 * Holds back what is selected, or with null takes that away. Selected words are marked; figures, citations and footnotes among them get it as
 * an attribute, because collaborative documents lose their marks. A selected node gets it itself; where nothing is selected the block around
 * the cursor. Taking away also frees the blocks that hold back the selection.
 */
export function protectSelection(protection: Protection | null): Command {
  return (state, dispatch) => {
    const { selection, tr } = state;
    if (selection instanceof NodeSelection) {
      if (!isProtectable(selection.node)) return false;
      tr.setNodeAttribute(selection.from, 'protection', protection);
    } else if (selection.empty) {
      if (!protectAtCursor(tr, selection.$from, protection)) return false;
    } else for (const { $from, $to } of selection.ranges) protectRange(tr, $from.pos, $to.pos, protection);
    if (!tr.docChanged) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Holds back the nearest node of a type around the selection, e.g. the row; with null takes that away. */
export function protectAround(type: string, protection: Protection | null): Command {
  return ({ selection: { $from }, tr }, dispatch) => {
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type.name !== type) continue;
      dispatch?.(tr.setNodeAttribute($from.before(depth), 'protection', protection));
      return true;
    }
    return false;
  };
}

/** What holds back the place of the cursor, or the selected node; the first words of a longer selection. Null where nothing does. */
export function protectionAt({ selection, doc }: EditorState): Protection | null {
  if (selection instanceof NodeSelection && isProtectable(selection.node)) {
    const own = protectionOf(selection.node.attrs.protection);
    if (own) return own;
  }
  const { $from, from, to, empty } = selection;
  let found: Protection | null = null;
  if (!empty) {
    doc.nodesBetween(from, to, (node) => {
      found ??= markOf(node) ?? (node.isInline ? protectionOf(node.attrs.protection) : null);
      return found === null;
    });
  } else found = protectionOf($from.marks().find(({ type }) => type.name === 'protectedText')?.attrs.protection);
  for (let depth = $from.depth; depth > 0 && found === null; depth -= 1) found = protectionOf($from.node(depth).attrs.protection);
  return found;
}

/** Whether a node can be held back as a whole. */
function isProtectable(node: PmNode): boolean {
  return node.type.spec.attrs?.protection !== undefined;
}

function protectAtCursor(tr: Transaction, $from: ResolvedPos, protection: Protection | null): boolean {
  if (protection === null) {
    const marked = markedAround($from);
    if (marked) tr.removeMark(marked.from, marked.to, tr.doc.type.schema.marks.protectedText);
    for (let depth = $from.depth; depth > 0 && !marked; depth -= 1) {
      if ($from.node(depth).attrs.protection) tr.setNodeAttribute($from.before(depth), 'protection', null);
    }
    return tr.docChanged;
  }
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (!isProtectable($from.node(depth))) continue;
    tr.setNodeAttribute($from.before(depth), 'protection', protection);
    return true;
  }
  return false;
}

/** The marked words of one kind that the cursor stands in or at. */
function markedAround($from: ResolvedPos): { from: number; to: number } | null {
  const kind = ($from.nodeBefore && markOf($from.nodeBefore)) ?? ($from.nodeAfter && markOf($from.nodeAfter)) ?? null;
  if (kind === null) return null;
  const { parent } = $from;
  const start = $from.start();
  let range: { from: number; to: number } | null = null;
  parent.forEach((child, offset) => {
    const [from, to] = [start + offset, start + offset + child.nodeSize];
    if (markOf(child) !== kind) {
      if (range && range.to < $from.pos) range = null;
      return;
    }
    if (range && range.to === from) range = { from: range.from, to };
    else if (!range || range.to < $from.pos) range = { from, to };
  });
  return range;
}

function protectRange(tr: Transaction, from: number, to: number, protection: Protection | null): void {
  const mark = tr.doc.type.schema.marks.protectedText;
  if (!mark) return;
  tr.doc.nodesBetween(from, to, (node, at) => {
    const whole = at >= from && at + node.nodeSize <= to;
    if (node.isText) {
      const [start, end] = [Math.max(at, from), Math.min(at + node.nodeSize, to)];
      if (protection === null) tr.removeMark(start, end, mark);
      else tr.addMark(start, end, mark.create({ protection }));
      return false;
    }
    if (!isProtectable(node)) return true;
    if (protection === null) {
      if (node.attrs.protection) tr.setNodeAttribute(at, 'protection', null);
      return true;
    }
    // a note or figure among the words is held back as one; the blocks around them are not
    const atom = whole && (node.isAtom || node.type.name === 'footnote');
    if (atom) tr.setNodeAttribute(at, 'protection', protection);
    return !atom;
  });
}

function markOf(node: PmNode): Protection | null {
  return protectionOf(node.marks.find(({ type }) => type.name === 'protectedText')?.attrs.protection);
}
