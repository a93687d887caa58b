import type { ProseNode } from '../schema/prose-node';
import type { Change } from './change';

/**
 * Where a change is in a body: a stretch of a text block, or a node that stands there. Where nothing of it stands there yet, a place among
 * the children of `blockId` (null: of the section), its offset counted as ProseMirror does.
 */
export type ChangePlace = { readonly blockId: string | null; readonly from: number; readonly to: number } | { readonly nodeId: string };

/** Finds the place of a change in a body that may have moved on, be the change made in it or not; null where it is gone. */
export function locateChange(change: Change, _body: ProseNode): ChangePlace | null {
  return change.kind === 'text' || change.kind === 'format' ? change.before : null;
}
