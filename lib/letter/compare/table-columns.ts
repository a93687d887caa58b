import type { AlignedChildren } from './align-children';
import type { BlockIndex, IndexedBlock } from './block-index';

interface Pairs {
  isPaired(name: string): boolean;
}

/** Whether the rows of a table that stayed hold the same cells as before. */
export function sameColumns(old: BlockIndex, now: BlockIndex, rows: AlignedChildren, pairing: Pairs): boolean {
  return rows.stayed.every((row) => {
    const [before, after] = [cells(old, row.old), cells(now, row.now)];
    return before.length === after.length && before.every(({ name }, index) => name === after[index]?.name && pairing.isPaired(name));
  });
}

/** Whether a table differs by whole columns only: the same rows, no merged cells, and in each row the same cells gone and new. */
export function isColumnChange(
  old: BlockIndex,
  now: BlockIndex,
  before: readonly IndexedBlock[],
  after: readonly IndexedBlock[],
  pairing: Pairs,
): boolean {
  if (before.length !== after.length) return false;
  let pattern: string | null = null;
  for (const [index, row] of before.entries()) {
    const other = after[index];
    if (!other || other.name !== row.name || !pairing.isPaired(row.name)) return false;
    const [was, is] = [cells(old, row), cells(now, other)];
    if ([...was, ...is].some(isMerged)) return false;
    const own = patternOf(was, is, pairing);
    pattern ??= own;
    if (own === null || own !== pattern) return false;
  }
  return pattern !== null;
}

/** Which old cell stands in each column, as text; null where cells changed their order or none stayed. */
function patternOf(before: readonly IndexedBlock[], after: readonly IndexedBlock[], pairing: Pairs): string | null {
  const places = after.map(({ name }) => (pairing.isPaired(name) ? before.findIndex((cell) => cell.name === name) : -1));
  const stayed = places.filter((place) => place >= 0);
  if (stayed.length === 0 || stayed.some((place, index) => index > 0 && place < (stayed[index - 1] as number))) return null;
  return `${before.length}: ${places.join(' ')}`;
}

function cells(index: BlockIndex, row: IndexedBlock): readonly IndexedBlock[] {
  return index.children.get(row.name) ?? [];
}

function isMerged({ node }: IndexedBlock): boolean {
  return (node.attrs?.colspan ?? 1) !== 1 || (node.attrs?.rowspan ?? 1) !== 1;
}
