import type { Anchor } from '@/lib/letter/anchors/anchor';
import { locateAnchor } from '@/lib/letter/anchors/locate-anchor';
import { textAnchor } from '@/lib/letter/anchors/make-anchor';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/**
 * The anchor as it stands in this text: the same place with the offsets of now, and the words from which it is carried over next time. The quotation
 * stays what it was. Null where the place is gone.
 */
export function placeAnchor(anchor: Anchor, body: ProseNode): Anchor | null {
  const place = locateAnchor(anchor, body);
  if (place === null) return null;
  if (anchor.kind !== 'text' || place === 'section' || 'nodeId' in place) return anchor;
  const found = textAnchor(body, place.blockId, place.from, place.to);
  return found.kind === 'text' ? { ...found, quote: anchor.quote } : anchor;
}
