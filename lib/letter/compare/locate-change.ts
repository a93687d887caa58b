import type { ProseNode } from '../schema/prose-node';
import { BodyTree, type TreeNode } from './body-tree';
import type { BlockPlace, Change } from './change';
import { stretchOf } from './compare-text';
import { findPlace } from './find-place';
import { nodeName } from './node-name';
import { nodeSize } from './node-size';
import { presentRun } from './present-run';
import { hunkOf, isWordChange, offsetInRun, runOf, unitAt, type WordChange } from './run-of-change';

/**
 * Where a change is in a body: a stretch of a text block, or a node that stands there. Where nothing of it stands there yet, a place among
 * the children of `blockId` (null: of the section), its offset counted as ProseMirror does.
 */
export type ChangePlace = { readonly blockId: string | null; readonly from: number; readonly to: number } | { readonly nodeId: string };

/** Finds the place of a change in a body that may have moved on, be the change made in it or not; null where it is gone. */
export function locateChange(change: Change, body: ProseNode): ChangePlace | null {
  const tree = treeOf(body);
  if (isWordChange(change)) return wordsPlace(tree, change);
  switch (change.kind) {
    case 'insert':
    case 'delete':
      return nodePlace(tree, change.nodes) ?? blockPlace(tree, change.place);
    case 'replace':
      return nodePlace(tree, change.deleted) ?? nodePlace(tree, change.inserted) ?? blockPlace(tree, change.place);
    case 'move':
    case 'node':
      return tree.find(change.nodeId) ? { nodeId: change.nodeId } : null;
  }
}

const trees = new WeakMap<ProseNode, BodyTree>();

/** A body is looked into for many changes, one after the other. */
function treeOf(body: ProseNode): BodyTree {
  const tree = trees.get(body) ?? new BodyTree(body);
  trees.set(body, tree);
  return tree;
}

function wordsPlace(tree: BodyTree, change: WordChange): ChangePlace | null {
  const run = runOf(change);
  const found = presentRun(tree, run, () => new Set());
  if (!found) return null;
  const { lines, blocks, now, places } = found;
  const stretch = (from: number, to: number) => stretchOf(blocks, now.offsets[from] as number, now.offsets[to] as number);
  if (change.kind === 'format') {
    const start = offsetInRun(run.before, change.before.blockId);
    const units = places.units.slice(unitAt(lines.before, start + change.before.from), unitAt(lines.before, start + change.before.to));
    const there = units.filter((unit) => unit >= 0);
    return there.length > 0 ? stretch(there[0] as number, (there.at(-1) as number) + 1) : null;
  }
  const place = places.hunks[hunkOf(change, run, lines)];
  if (!place || place.state === null) return null;
  return change.kind === 'text' ? stretch(place.from, place.to) : stretch(place.from, place.from);
}

function nodePlace(tree: BodyTree, nodes: readonly ProseNode[]): ChangePlace | null {
  const name = nodes.map(nodeName).find((own) => own !== null && tree.find(own));
  return name ? { nodeId: name } : null;
}

function blockPlace(tree: BodyTree, place: BlockPlace): ChangePlace | null {
  const parent: TreeNode | undefined = tree.find(place.parentId);
  if (!parent) return null;
  const offset = (parent.content ?? []).slice(0, findPlace(parent, place)).reduce((sum, child) => sum + nodeSize(child), 0);
  return { blockId: place.parentId, from: offset, to: offset };
}
