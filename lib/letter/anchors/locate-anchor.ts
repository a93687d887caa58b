import { carryOffsets } from '../compare/carry-offset';
import { isTextBlock, nodeName } from '../compare/node-name';
import type { ProseNode } from '../schema/prose-node';
import { walkProse } from '../walk-prose';
import type { Anchor } from './anchor';
import { blockText } from './block-text';

export type AnchorPlace =
  | { readonly blockId: string; readonly from: number; readonly to: number }
  | { readonly nodeId: string }
  | 'section';

/**
 * Where an anchor is in a body that has moved on. Words are carried over with their block; where the block is gone or the words went to another
 * (a split, a join, a cut and paste), they are searched by their quotation, in the place whose surroundings are most alike. Null where what
 * it was about is gone.
 */
export function locateAnchor(anchor: Anchor, body: ProseNode): AnchorPlace | null {
  if (anchor.kind === 'section') return 'section';
  if (anchor.kind === 'node') {
    for (const { attrs } of walkProse(body))
      if (attrs?.id === anchor.nodeId || attrs?.nodeId === anchor.nodeId) return { nodeId: anchor.nodeId };
    return null;
  }
  const blocks = [...walkProse(body)].filter(isTextBlock);
  const own = blocks.find((block) => nodeName(block) === anchor.blockId);
  if (own) {
    const text = blockText(own);
    const place = text === anchor.blockText ? anchor : carryOffsets(anchor.blockText, text)(anchor.from, anchor.to);
    if (place && holdsMost(anchor, text.slice(place.from, place.to))) return { blockId: anchor.blockId, from: place.from, to: place.to };
  }
  return searched(anchor, blocks) ?? (own ? remainder(anchor, own) : null);
}

type TextAnchor = Extract<Anchor, { kind: 'text' }>;

/** Whether at least half of the words are there; the others may have been rewritten, or have gone over into another block. */
function holdsMost({ from, to, blockText: text }: TextAnchor, now: string): boolean {
  const was = text.slice(from, to);
  if (was.trim() === '') return true;
  const kept = carryOffsets(was, now);
  let count = 0;
  for (let unit = 0; unit < was.length; unit += 1) if (kept(unit, unit + 1)) count += 1;
  return count * 2 >= was.length;
}

/** What is left of the words in their own block, be it little. */
function remainder(anchor: TextAnchor, block: ProseNode): AnchorPlace | null {
  const place = carryOffsets(anchor.blockText, blockText(block))(anchor.from, anchor.to);
  return place && { blockId: anchor.blockId, from: place.from, to: place.to };
}

/** The quotation in whatever block: the only one, or the one with the longest equal surroundings; null where two are alike. */
function searched({ blockText: text, from, to }: TextAnchor, blocks: readonly ProseNode[]): AnchorPlace | null {
  const quote = text.slice(from, to);
  if (quote.trim() === '') return null;
  const found: { readonly place: AnchorPlace; readonly alike: number }[] = [];
  for (const block of blocks) {
    const blockId = nodeName(block);
    const own = blockText(block);
    for (let at = own.indexOf(quote); blockId !== null && at >= 0; at = own.indexOf(quote, at + 1)) {
      const end = at + quote.length;
      const alike = equalEnd(text.slice(0, from), own.slice(0, at)) + equalStart(text.slice(to), own.slice(end));
      found.push({ place: { blockId, from: at, to: end }, alike });
    }
  }
  const best = found.reduce<(typeof found)[number] | null>((most, one) => (most === null || one.alike > most.alike ? one : most), null);
  if (!best) return null;
  return found.filter(({ alike }) => alike === best.alike).length === 1 ? best.place : null;
}

function equalStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function equalEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}
