import { blockText } from '../anchors/block-text';
import type { ProseNode } from '../schema/prose-node';
import { sameValue } from './canonical-body';
import { carryOffsets } from './carry-offset';
import type { Change } from './change';
import { namesIn } from './node-name';
import { isWordChange, textBlockName, type WordChange } from './run-of-change';

/** Whether two changes do the same to the same words or nodes, wherever other edits have shifted them. */
export function isSameChange(a: Change, b: Change): boolean {
  return a.kind === b.kind && sameValue(essence(a), essence(b));
}

function essence(change: Change): unknown {
  switch (change.kind) {
    case 'text':
      return [change.before.blockId, change.after.blockId, change.deleted, change.inserted];
    case 'format':
      return [change.before.blockId, change.text, change.added, change.removed];
    case 'split':
      return [change.blockId, change.newBlock];
    case 'join':
      return [change.blockId, change.joinedId];
    case 'node':
      return [change.nodeId, change.before, change.after];
    case 'insert':
    case 'delete':
      return [change.nodes, (change.column ?? []).map(({ nodes }) => nodes)];
    case 'move':
      return [change.nodeId, change.to.parentId, change.to.afterId];
    case 'replace':
      return [change.deleted, change.inserted];
  }
}

/** Whether two changes touch the same words or nodes: the one may be what became of the other while somebody went on writing. */
export function overlaps(a: Change, b: Change): boolean {
  if (isWordChange(a) && isWordChange(b)) return touch(a, b);
  if (a.kind !== b.kind && (isOfOneNode(a) || isOfOneNode(b))) return false;
  const names = namesOf(b);
  return [...namesOf(a)].some((name) => names.has(name));
}

function isOfOneNode({ kind }: Change): boolean {
  return kind === 'node' || kind === 'move';
}

function namesOf(change: Change): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (nodes: readonly ProseNode[]) => {
    for (const node of nodes) namesIn(node, names);
  };
  if (isWordChange(change)) for (const { blockId } of stretchesOf(change)) names.add(blockId);
  else if (change.kind === 'insert' || change.kind === 'delete') add(change.nodes);
  else if (change.kind === 'replace') add([...change.deleted, ...change.inserted]);
  else names.add(change.nodeId);
  return names;
}

/** Where a change of words is before it, and in a block that it makes or takes away. */
function stretchesOf(change: WordChange): { readonly blockId: string; readonly from: number; readonly to: number }[] {
  if (change.kind === 'split') {
    const { blockId, at, newBlock } = change;
    return [
      { blockId, from: at, to: at },
      { blockId: textBlockName(newBlock), from: 0, to: 0 },
    ];
  }
  if (change.kind === 'join') {
    const { blockId, at, joinedId } = change;
    return [
      { blockId, from: at, to: at },
      { blockId: joinedId, from: 0, to: 0 },
    ];
  }
  return [change.before];
}

function touch(a: WordChange, b: WordChange): boolean {
  return stretchesOf(a).some((one) =>
    stretchesOf(b).some((other) => {
      if (one.blockId !== other.blockId) return false;
      const carried = sameValue(a.base, b.base) ? one : carryOffsets(textOf(a), textOf(b))(one.from, one.to);
      return carried !== null && carried.from <= other.to && other.from <= carried.to;
    }),
  );
}

function textOf({ base }: WordChange): string {
  return blockText({ type: 'paragraph', content: base });
}
