import type { FileChild } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { Place, WriteBlocks, WriteContext } from '../write-context';

const STEP = 720;

/** A quotation: set in on both sides; one inside another, or inside a list, is set in further. */
export function writeBlockquote(node: ProseNode, place: Place, context: WriteContext, writeBlocks: WriteBlocks): readonly FileChild[] {
  const nested = place.style === 'Quote' || place.indent > 0;
  const indent = nested ? Math.min(place.indent + (place.indent === 0 ? 2 * STEP : STEP), 6 * STEP) : 0;
  const width = Math.max(place.width - 2 * STEP, STEP);
  return writeBlocks(node.content ?? [], { ...place, style: 'Quote', indent, width, headings: 'plain' }, context);
}
