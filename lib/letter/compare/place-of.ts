import type { AlignedChildren } from './align-children';
import type { BlockIndex, IndexedBlock } from './block-index';
import type { BlockPlace } from './change';

const REMEMBERED = 6;

/** Whose children places are among. */
export interface PlaceParent {
  readonly old: BlockIndex;
  readonly now: BlockIndex;
  /** null for the root */
  readonly name: string | null;
  /** what the root is called in places: null for a section, the footnote's name for a footnote */
  readonly rootName: string | null;
}

/**
 * The place of neighbouring blocks of one side of a gap. What is gone counts as standing before what is new, on which every change of the
 * gap agrees, so that they may be made in any order.
 */
export function placeOf(
  parent: PlaceParent,
  { stayed, gaps }: AlignedChildren,
  gapIndex: number,
  side: 'old' | 'now',
  own: readonly IndexedBlock[],
  alsoOwn: readonly IndexedBlock[] = [],
): BlockPlace {
  const gap = gaps[gapIndex] ?? { old: [], now: [] };
  const first = own[0];
  const siblings = parent[side].children.get(parent.name) ?? [];
  const index = siblings.findIndex(({ name }) => name === first?.name);
  const rows = [...gap.old, ...gap.now];
  const start = first ? rows.indexOf(first) : 0;
  const mine = new Set([...own, ...alsoOwn]);
  const others = (blocks: readonly IndexedBlock[]) => blocks.filter((block) => !mine.has(block)).map(({ name }) => name);
  return {
    parentId: parent.name ?? parent.rootName,
    afterId: siblings[index - 1]?.name ?? null,
    around: {
      behind: stayed
        .slice(0, gapIndex)
        .slice(-REMEMBERED)
        .reverse()
        .map(({ now }) => now.name),
      left: others(rows.slice(0, start)),
      right: others(rows.slice(start)),
      ahead: stayed.slice(gapIndex, gapIndex + REMEMBERED).map(({ now }) => now.name),
    },
  };
}
