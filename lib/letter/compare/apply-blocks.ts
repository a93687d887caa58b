import type { ProseNode } from '../schema/prose-node';
import { type BodyTree, copyOf, type TreeNode } from './body-tree';
import { sameValue } from './canonical-body';
import type { DeleteChange, InsertChange, MoveChange, NodeChange, PlacedNodes, ReplaceChange } from './change';
import type { ChangeOutcome } from './change-conflict';
import { childAt, findPlace, standsAt } from './find-place';
import { nodeName } from './node-name';

const NO_PARENT = 'What it stood in is not there any more.';
const EDITED = 'What it takes out was changed meanwhile.';

/** Makes one change of blocks in a tree; tells why not, or null where it is made or was made already. */
export function applyBlocks(tree: BodyTree, change: InsertChange | DeleteChange | MoveChange | ReplaceChange | NodeChange): ChangeOutcome {
  switch (change.kind) {
    case 'insert':
      return insert(tree, change);
    case 'delete':
      return remove(tree, change);
    case 'replace':
      return replace(tree, change);
    case 'move':
      return move(tree, change);
    case 'node':
      return reshape(tree, change);
  }
}

function insert(tree: BodyTree, change: InsertChange): ChangeOutcome {
  const parts = partsOf(tree, change);
  if (parts.length === 0) return NO_PARENT;
  for (const { parent, place, nodes } of parts) {
    const missing = nodes.filter((node) => !childAt(parent, nodeName(node) ?? '', place, true));
    tree.insert(parent, findPlace(parent, place), missing.map(copyOf));
  }
  return null;
}

function remove(tree: BodyTree, change: DeleteChange): ChangeOutcome {
  const parts = partsOf(tree, change);
  const found: TreeNode[] = [];
  for (const { parent, place, nodes } of parts) {
    for (const node of nodes) {
      const child = childAt(parent, nodeName(node) ?? '', place);
      if (child && !sameBlock(child, node)) return EDITED;
      if (child) found.push(child);
      else if (tree.find(nodeName(node) ?? '')) return 'What it takes out was moved meanwhile.';
    }
  }
  for (const node of found) tree.remove(node);
  return null;
}

function replace(tree: BodyTree, { place, deleted, inserted }: ReplaceChange): ChangeOutcome {
  const parent = tree.find(place.parentId);
  if (!parent) return NO_PARENT;
  const found = deleted.map((node) => childAt(parent, nodeName(node) ?? '', place));
  const whole = found.every((child, index) => child !== undefined && sameBlock(child, deleted[index] as ProseNode));
  if (!whole) {
    const made = inserted.length > 0 && inserted.every((node) => parent.content?.some((child) => sameBlock(child, node)));
    return made ? null : EDITED;
  }
  for (const child of found) if (child) tree.remove(child);
  tree.insert(parent, findPlace(parent, place), inserted.map(copyOf));
  return null;
}

function move(tree: BodyTree, { nodeId, from, to }: MoveChange): ChangeOutcome {
  const node = tree.find(nodeId);
  const [parent, target] = [node && tree.parentOf(node), tree.find(to.parentId)];
  if (!node || !parent) return 'The block is not there any more.';
  if (!target) return NO_PARENT;
  const named = (place: MoveChange['from']) => tree.find(place.parentId) === parent;
  if (!named(from) || !standsAt(parent, node, from)) {
    return named(to) && standsAt(parent, node, to) ? null : 'The block was moved elsewhere meanwhile.';
  }
  for (let around: TreeNode | undefined = target; around; around = tree.parentOf(around)) {
    if (around === node) return 'It would stand inside of itself.';
  }
  tree.remove(node);
  tree.insert(target, findPlace(target, to), [node]);
  return null;
}

function reshape(tree: BodyTree, { nodeId, before, after }: NodeChange): ChangeOutcome {
  const node = tree.find(nodeId);
  if (!node) return 'It is not there any more.';
  const attrs: Record<string, unknown> = { ...node.attrs };
  const keys = [...new Set([...Object.keys(before.attrs), ...Object.keys(after.attrs)])];
  const differing = keys.filter((key) => !sameValue(before.attrs[key], after.attrs[key]));
  const made =
    (node.type === after.type || before.type === after.type) && differing.every((key) => sameValue(attrs[key], after.attrs[key]));
  if (made) return null;
  const asBefore = node.type === before.type && differing.every((key) => sameValue(attrs[key], before.attrs[key]));
  if (!asBefore) return 'It was changed otherwise meanwhile.';
  for (const key of differing) {
    if (key in after.attrs) attrs[key] = after.attrs[key];
    else delete attrs[key];
  }
  node.type = after.type;
  node.attrs = attrs;
  return null;
}

/** The places of a change of which the parent is still there; a column in the rows that are still there. */
function partsOf(tree: BodyTree, { place, nodes, column }: InsertChange | DeleteChange): (PlacedNodes & { readonly parent: TreeNode })[] {
  return [{ place, nodes }, ...(column ?? [])].flatMap((part) => {
    const parent = tree.find(part.place.parentId);
    return parent ? [{ ...part, parent }] : [];
  });
}

/** Whether two blocks say the same; what stands in them may have got other names. */
function sameBlock(one: ProseNode, other: ProseNode): boolean {
  return nodeName(one) === nodeName(other) && sameValue(nameless(one), nameless(other));
}

function nameless({ attrs, content, ...node }: ProseNode): object {
  const { id: _id, nodeId: _nodeId, ...others } = attrs ?? {};
  return { ...node, attrs: others, content: (content ?? []).map(nameless) };
}
