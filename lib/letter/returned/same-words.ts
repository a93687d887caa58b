import type { Change } from '../compare/change';
import { describeChange } from '../compare/describe-change';
import { isWordChange } from '../compare/run-of-change';
import { isSameChange } from '../compare/same-change';

/** Whether two changes do the same for a reader: also where the blocks that they put in bear other names. */
export function saysTheSame(one: Change, other: Change): boolean {
  if (one.kind !== other.kind) return false;
  if (isSameChange(one, other)) return true;
  const [own, its] = [describeChange(one), describeChange(other)];
  return (
    placeOf(one) === placeOf(other) &&
    own.deleted === its.deleted &&
    own.inserted === its.inserted &&
    own.verb === its.verb &&
    own.deleted + own.inserted !== ''
  );
}

function placeOf(change: Change): string | null {
  if (isWordChange(change)) return change.kind === 'text' || change.kind === 'format' ? change.before.blockId : change.blockId;
  return change.kind === 'node' || change.kind === 'move' ? change.nodeId : change.place.afterId;
}
