import { childIndex, type TreeNode } from './body-tree';
import type { BlockPlace, PlaceSurroundings } from './change';
import { nodeName } from './node-name';

/** The children between which a place is: from the first index on, up to the second; and whether its siblings stand in their order to tell it. */
function gapOf(parent: TreeNode, { behind, ahead }: PlaceSurroundings): readonly [number, number, boolean] {
  const length = (parent.content ?? []).length;
  const first = (names: readonly string[]) => names.map((name) => childIndex(parent, name)).find((index) => index >= 0);
  const [before, after] = [first(behind), first(ahead)];
  if (before === undefined && behind.length > 0) return [after ?? length, after ?? length, false];
  const start = before === undefined ? 0 : before + 1;
  return [start, Math.max(start, after ?? length), after === undefined || after >= start];
}

/** At which index of a parent's children a place is now. Siblings that came meanwhile stay behind what is put there. */
export function findPlace(parent: TreeNode, place: BlockPlace): number {
  const children = parent.content ?? [];
  if (!place.around) {
    const index = childIndex(parent, place.afterId);
    return place.afterId === null ? 0 : index < 0 ? children.length : index + 1;
  }
  const [start, end] = gapOf(parent, place.around);
  let found = start;
  for (let index = start; index < end; index += 1) {
    if (place.around.left.includes(nodeName(children[index] as TreeNode) ?? '')) found = index + 1;
  }
  return found;
}

/** The child of a name that stands at a place; with `only`, none that stands elsewhere. */
export function childAt(parent: TreeNode, name: string, place: BlockPlace, only = false): TreeNode | undefined {
  const children = parent.content ?? [];
  const [start, end] = place.around ? gapOf(parent, place.around) : [0, children.length];
  const there = children.slice(start, end).find((child) => nodeName(child) === name);
  return there ?? (only ? undefined : children.find((child) => nodeName(child) === name));
}

/** Whether a child stands between the siblings of a place, or they do not tell because they stand elsewhere themselves. */
export function standsAt(parent: TreeNode, child: TreeNode, place: BlockPlace): boolean {
  const index = (parent.content ?? []).indexOf(child);
  if (!place.around) return childIndex(parent, place.afterId) === index - 1;
  const [start, end, isTold] = gapOf(parent, place.around);
  return !isTold || (index >= start && index < end);
}
