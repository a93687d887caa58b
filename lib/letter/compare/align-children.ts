import type { BlockIndex, IndexedBlock } from './block-index';
import { longestRising } from './longest-rising';

/** What stands between two children that both versions have in the same order, on either side. */
export interface ChildGap {
  readonly old: readonly IndexedBlock[];
  readonly now: readonly IndexedBlock[];
}

/** The children of one parent in both versions: those that stayed, and the gaps before, between and behind them. */
export interface AlignedChildren {
  readonly stayed: readonly { readonly old: IndexedBlock; readonly now: IndexedBlock }[];
  /** one more than `stayed` */
  readonly gaps: readonly ChildGap[];
}

/** Aligns the children of a parent by their names. `isPaired` says whether a name means the same block on both sides. */
export function alignChildren(
  old: BlockIndex,
  now: BlockIndex,
  oldParent: string | null,
  nowParent: string | null,
  isPaired: (name: string) => boolean,
): AlignedChildren {
  const before = old.children.get(oldParent) ?? [];
  const after = now.children.get(nowParent) ?? [];
  const places = new Map(after.map(({ name }, index) => [name, index]));
  const common = before.flatMap(({ name }, index) => {
    const place = places.get(name);
    return place !== undefined && isPaired(name) ? [{ index, place }] : [];
  });
  const kept = longestRising(common.map(({ place }) => place)).map((index) => common[index] as (typeof common)[number]);
  const gaps: ChildGap[] = [];
  let [from, start] = [0, 0];
  for (const { index, place } of kept) {
    gaps.push({ old: before.slice(from, index), now: after.slice(start, place) });
    [from, start] = [index + 1, place + 1];
  }
  gaps.push({ old: before.slice(from), now: after.slice(start) });
  const stayed = kept.map(({ index, place }) => ({ old: before[index] as IndexedBlock, now: after[place] as IndexedBlock }));
  return { stayed, gaps };
}
