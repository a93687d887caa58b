import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute, walkProse } from '@/lib/letter/walk-prose';

/** Gives for an anchor its place in the order of reading of a text: [node, character]. */
export type ReadingPlace = (anchor: Anchor) => readonly [number, number];

/** The order of reading in this text. What it no longer has comes last. */
export function readingPlaces(body: ProseNode = { type: 'doc' }): ReadingPlace {
  const places = new Map<string, number>();
  let index = 0;
  for (const node of walkProse(body)) {
    index += 1;
    for (const name of ['id', 'nodeId']) {
      const id = textAttribute(node, name);
      if (id !== null && !places.has(id)) places.set(id, index);
    }
  }
  return (anchor) => {
    if (anchor.kind === 'section') return [0, 0];
    const place = places.get(anchor.kind === 'text' ? anchor.blockId : anchor.nodeId) ?? Number.MAX_SAFE_INTEGER;
    return [place, anchor.kind === 'text' ? anchor.from : 0];
  };
}
