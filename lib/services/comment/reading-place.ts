import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { textAttribute, walkProse } from '@/lib/letter/walk-prose';

/** Gives for an anchor its place in the order of reading of a text: [node, character]. What the text no longer has comes last. */
export function readingPlaces(body: ProseNode): (anchor: Anchor) => readonly [number, number] {
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
