import { sameValue } from './canonical-body';
import type { Change } from './change';

/** Whether two changes do the same, wherever other edits have shifted them. */
export function isSameChange(a: Change, b: Change): boolean {
  return sameValue(a, b);
}

/** Whether two changes touch the same words or nodes. */
export function overlaps(a: Change, b: Change): boolean {
  return a.kind === b.kind;
}
