import type { RunNode } from '@/lib/generated/prisma/client';
import type { FlatNode, FlatNodeDetail } from '@/lib/margin/impact/flatten-tree';

/** A kept amount of a run's tree; its amount as an exact decimal text. */
export function flatNodeOf(row: RunNode): FlatNode {
  const { path, parentPath, ordinal, label, childCount } = row;
  return {
    ...{ path, parentPath, ordinal, label, childCount },
    level: row.level as FlatNode['level'],
    amount: row.amount.toFixed(),
    detail: row.detail as unknown as FlatNodeDetail,
  };
}
