import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';
import type { Anchor } from './anchor';

export type AnchorPlace =
  | { readonly blockId: string; readonly from: number; readonly to: number }
  | { readonly nodeId: string }
  | 'section';

/** Where an anchor is in a body that has moved on; null where what it was about is gone. */
export function locateAnchor(anchor: Anchor, body: ProseNode): AnchorPlace | null {
  if (anchor.kind === 'section') return 'section';
  const names = new Set([...walkProse(body)].flatMap(({ attrs }) => [attrs?.id, attrs?.nodeId]));
  if (anchor.kind === 'node') return names.has(anchor.nodeId) ? { nodeId: anchor.nodeId } : null;
  return names.has(anchor.blockId) ? { blockId: anchor.blockId, from: anchor.from, to: anchor.to } : null;
}
