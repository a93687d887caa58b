import type { FileChild, NumberingDefinition } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import { BULLETED, listIndent, orderedNumbering } from '../styles/numbering';
import type { Place, WriteBlocks, WriteContext } from '../write-context';
import { writeParagraph } from './paragraph';

/**
 * A list with native numbering. An item's first paragraph carries the number; what follows in the item stands at the indent of its text.
 * An item in which nothing is written is left out.
 */
export function writeList(node: ProseNode, place: Place, context: WriteContext, writeBlocks: WriteBlocks): readonly FileChild[] {
  const depth = place.listDepth;
  const numbering = node.type === 'orderedList' ? orderedNumbering(context.lists.next(), depth, startOf(node)) : BULLETED;
  const hanging = listIndent(depth).hanging;
  const base = depth === 0 ? place.indent : 0;
  const left = depth === 0 ? base + listIndent(0).left : place.indent + hanging;
  const inner: Place = {
    ...place,
    style: place.style === 'TableText' || place.style === 'Quote' ? place.style : 'ListParagraph',
    indent: left,
    width: Math.max(place.width - (left - place.indent), hanging),
    listDepth: depth + 1,
    headings: 'plain',
  };
  return (node.content ?? []).flatMap((item) => writeItem(item, { numbering, depth, hanging }, inner, context, writeBlocks));
}

interface ItemNumber {
  readonly numbering: NumberingDefinition;
  readonly depth: number;
  readonly hanging: number;
}

function writeItem(
  item: ProseNode,
  number: ItemNumber,
  place: Place,
  context: WriteContext,
  writeBlocks: WriteBlocks,
): readonly FileChild[] {
  const [first, ...rest] = (item.content ?? []).filter(hasContent);
  if (first === undefined) return [];
  if (first.type !== 'paragraph') return writeBlocks([first, ...rest], place, context);
  const numbered = writeParagraph(first, place, context, {
    numbering: { reference: number.numbering, level: Math.min(number.depth, 8) },
    indent: { left: place.indent, hanging: number.hanging },
  });
  return [...numbered, ...writeBlocks(rest, place, context)];
}

/** The number at which an ordered list starts, 1 where it does not say or says nonsense. */
function startOf(node: ProseNode): number {
  const start = node.attrs?.start;
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= 32767 ? start : 1;
}
