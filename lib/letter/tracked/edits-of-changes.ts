import { type BodyTree, copyOf, type TreeNode } from '../compare/body-tree';
import { sameValue } from '../compare/canonical-body';
import type { Change, InsertChange, NodeChange } from '../compare/change';
import { findPlace } from '../compare/find-place';
import { isTextBlock, nodeName } from '../compare/node-name';
import { nodeSize } from '../compare/node-size';
import { sliceInline } from '../compare/slice-inline';
import type { ProseMark, ProseNode } from '../schema/prose-node';
import type { Edit } from './edit';

/**
 * The changes of a body as edits of it, in their order. `base` is the very body that they were found in. Null where one of them is none that
 * Word can track in place: a column, merged cells, a move, other attributes of a container.
 */
export function editsOfChanges(changes: readonly Change[], base: BodyTree): readonly Edit[] | null {
  const edits: Edit[] = [];
  for (const change of changes) {
    const own = editsOf(change, base);
    if (own === null) return null;
    edits.push(...own);
  }
  return edits;
}

function editsOf(change: Change, base: BodyTree): readonly Edit[] | null {
  switch (change.kind) {
    case 'text': {
      const { blockId: id, from, to } = change.before;
      const cut: readonly Edit[] = from < to ? [{ kind: 'cut', id, from, to }] : [];
      return change.inserted.length > 0 ? [...cut, { kind: 'put', id, at: to, nodes: change.inserted }] : cut;
    }
    case 'format': {
      const { blockId: id, from, to } = change.before;
      const { added, removed } = change;
      // an address is no formatting: Word does not track it, so the words are set anew
      if ([...added, ...removed].some(({ type }) => type === 'link')) return retyped(base, id, from, to, added, removed);
      return [{ kind: 'format', id, from, to, added, removed }];
    }
    case 'split': {
      const isItem = !isTextBlock(change.newBlock);
      if (!isItem && isNumbered(base, change.blockId)) return null;
      const block = isItem ? change.newBlock.content?.[0] : change.newBlock;
      return block ? [{ kind: 'split', id: change.blockId, at: change.at, block, item: isItem ? change.newBlock : null }] : null;
    }
    case 'join': {
      const blocks = change.run?.before ?? [];
      const index = blocks.findIndex((block) => nodeName(block) === change.joinedId);
      const id = index > 0 ? nodeName(blocks[index - 1] as ProseNode) : null;
      if (id === null || (isTextBlock(change.joined) && isNumbered(base, id))) return null;
      return [{ kind: 'join', id }];
    }
    case 'node':
      return editsOfNode(change, base);
    case 'insert':
      return change.column ? null : come(base, change);
    case 'delete':
      if (change.column || isOfRow(base, change.place.parentId) || change.nodes.some((node) => isNumbered(base, nodeName(node))))
        return null;
      return change.nodes.map(gone);
    case 'replace': {
      if (isOfRow(base, change.place.parentId) || change.deleted.some((node) => isNumbered(base, nodeName(node)))) return null;
      const added = come(base, { kind: 'insert', place: change.place, nodes: change.inserted });
      return added && [...change.deleted.map(gone), ...added];
    }
    case 'move':
      return null;
  }
}

function gone(node: ProseNode): Edit {
  return { kind: 'gone', id: nodeName(node) ?? '' };
}

function come(base: BodyTree, { place, nodes }: InsertChange): readonly Edit[] | null {
  const parent = base.find(place.parentId);
  if (!parent || parent.type === 'tableRow' || (parent.type === 'table' && !isGrid([...(parent.content ?? []), ...nodes]))) return null;
  const index = findPlace(parent, place);
  if (index === 0 && parent.type === 'listItem') return null;
  const before = parent.content?.[index];
  return [{ kind: 'come', parent: place.parentId, before: before ? nodeName(before) : null, nodes }];
}

/** Whether a block is the first of a list item: the number is its own, and would go or come with it. */
function isNumbered(base: BodyTree, name: string | null): boolean {
  const block = name === null ? undefined : base.find(name);
  const parent = block && base.parentOf(block);
  return parent?.type === 'listItem' && parent.content?.[0] === block;
}

/** Whether what stands under a parent are cells, or rows that are none by themselves. */
function isOfRow(base: BodyTree, name: string | null): boolean {
  const parent = base.find(name);
  return parent?.type === 'tableRow' || (parent?.type === 'table' && !isGrid(parent.content ?? []));
}

/** Whether rows are all as wide and no cell reaches over several: only then they come and go by themselves. */
function isGrid(rows: readonly ProseNode[]): boolean {
  const span = (cell: ProseNode, name: string) => (typeof cell.attrs?.[name] === 'number' ? Number(cell.attrs[name]) : 1);
  const widths = rows.map(({ content = [] }) => content.reduce((sum, cell) => sum + span(cell, 'colspan'), 0));
  return (
    widths.every((width) => width === widths[0]) && rows.every(({ content = [] }) => content.every((cell) => span(cell, 'rowspan') === 1))
  );
}

const LISTS: ReadonlySet<string> = new Set(['bulletList', 'orderedList']);

function editsOfNode({ nodeId: id, after }: NodeChange, base: BodyTree): readonly Edit[] | null {
  const node = base.find(id);
  if (!node) return null;
  const { type, attrs } = after;
  if (isTextBlock(node)) return [{ kind: 'form', id, type, attrs }];
  if (LISTS.has(node.type) && LISTS.has(type)) return [{ kind: 'list', id, type, attrs }];
  const now: ProseNode = { ...copyOf(node), type, attrs };
  const parent = base.parentOf(node);
  if (!parent) return null;
  if (node.type === 'figureTable' || node.type === 'figureChart') return replaced(base, parent, node, now);
  if (node.type === 'footnote') return [];
  if (!isTextBlock(parent)) return null;
  const from = offsetOf(parent, node);
  const block = nodeName(parent) ?? '';
  return [
    { kind: 'cut', id: block, from, to: from + 1 },
    { kind: 'put', id: block, at: from + 1, nodes: [now] },
  ];
}

function replaced(base: BodyTree, parent: TreeNode, node: TreeNode, now: ProseNode): readonly Edit[] {
  const siblings = parent.content ?? [];
  const next = siblings[siblings.indexOf(node) + 1];
  const name = parent === base.root ? null : nodeName(parent);
  return [gone(node), { kind: 'come', parent: name, before: next ? nodeName(next) : null, nodes: [now] }];
}

function offsetOf(block: ProseNode, node: ProseNode): number {
  let offset = 0;
  for (const child of block.content ?? []) {
    if (child === node) return offset;
    offset += nodeSize(child);
  }
  return offset;
}

function retyped(
  base: BodyTree,
  id: string,
  from: number,
  to: number,
  added: readonly ProseMark[],
  removed: readonly ProseMark[],
): readonly Edit[] | null {
  const block = base.find(id);
  if (!block) return null;
  const words = sliceInline(block.content ?? [], from, to);
  if (words.some(({ type }) => type === 'footnote')) return null;
  const nodes = words.map((node) => withMarks(node, remarked(node.marks ?? [], added, removed)));
  return [
    { kind: 'cut', id, from, to },
    { kind: 'put', id, at: to, nodes },
  ];
}

/** Marks with others put in and taken out. */
export function remarked(marks: readonly ProseMark[], added: readonly ProseMark[], removed: readonly ProseMark[]): ProseMark[] {
  const kept = marks.filter((mark) => !removed.some((own) => own.type === mark.type && sameValue(own.attrs ?? {}, mark.attrs ?? {})));
  return [...kept.filter(({ type }) => !added.some((own) => own.type === type)), ...added];
}

export function withMarks(node: ProseNode, marks: readonly ProseMark[]): ProseNode {
  const { marks: _marks, ...bare } = node;
  return marks.length > 0 ? { ...bare, marks } : bare;
}
