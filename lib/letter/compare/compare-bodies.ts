import type { ProseNode } from '../schema/prose-node';
import { canonicalBody, sameValue } from './canonical-body';
import type { Change } from './change';

/** Every difference between two bodies of a section, in reading order. */
export function compareBodies(before: ProseNode, after: ProseNode): readonly Change[] {
  const [old, now] = [canonicalBody(before), canonicalBody(after)];
  if (sameValue(old, now)) return [];
  return [{ kind: 'replace', place: { parentId: null, afterId: null }, deleted: old.content ?? [], inserted: now.content ?? [] }];
}
