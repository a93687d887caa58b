import type { FailureReason, MarginFailure, MarginNode } from './margin-node';

/** Why one position has no amount. */
export interface PositionFailure {
  readonly reason: FailureReason;
  readonly positionId: string;
  readonly message: string;
}

/** One failure per reason and message, each with its positions in order of id. */
export function groupFailures(failures: Iterable<PositionFailure>): MarginFailure[] {
  const groups = new Map<string, { reason: FailureReason; message: string; positionIds: string[] }>();
  for (const { reason, message, positionId } of failures) {
    const key = `${reason}\n${message}`;
    const group = groups.get(key);
    if (group) group.positionIds.push(positionId);
    else groups.set(key, { reason, message, positionIds: [positionId] });
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const group = groups.get(key);
    return group ? [{ reason: group.reason, message: group.message, positionIds: group.positionIds.sort() }] : [];
  });
}

/** Every failure of a tree, in the order of its nodes. A tree with one is incomplete: its total leaves something out. */
export function failuresOf(root: MarginNode): MarginFailure[] {
  const found: MarginFailure[] = [];
  const walk = (node: MarginNode) => {
    for (const failure of node.failures) found.push(failure);
    for (const child of node.children) walk(child);
  };
  walk(root);
  return found;
}
