import type { FlatNode } from '@/lib/margin/impact/flatten-tree';

interface Level {
  readonly nodes: readonly FlatNode[];
  readonly total: number;
  readonly loading: boolean;
  readonly error: string | null;
}

export type VisibleRow =
  | { readonly kind: 'node'; readonly node: FlatNode; readonly depth: number; readonly siblings: number }
  /** Stands where siblings are still to be read: more of them, loading, or an error. */
  | { readonly kind: 'rest'; readonly parent: string; readonly depth: number; readonly level: Level };

/** The rows of the tree as they stand on the screen: open nodes followed by what is in them. `levels` is keyed by parent path, "" for the root's level. */
export function visibleRows(levels: ReadonlyMap<string, Level>, open: ReadonlySet<string>, parent = '', depth = 1): VisibleRow[] {
  const level = levels.get(parent);
  if (!level) return [];
  const rows: VisibleRow[] = level.nodes.flatMap((node) => [
    { kind: 'node' as const, node, depth, siblings: level.total },
    ...(open.has(node.path) ? visibleRows(levels, open, node.path, depth + 1) : []),
  ]);
  const unread = level.loading || level.error !== null || level.nodes.length < level.total;
  return unread ? [...rows, { kind: 'rest', parent, depth, level }] : rows;
}
