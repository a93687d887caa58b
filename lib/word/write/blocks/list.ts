import type { FileChild, NumberingDefinition } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { trackedFormOf } from '@/lib/letter/tracked/side';
import { hasContent } from '@/lib/letter/walk-prose';
import { BULLETED, listIndent, orderedNumbering } from '../styles/numbering';
import type { ParagraphForm } from '../tracked/track-paragraph';
import type { Place, WriteBlocks, WriteContext } from '../write-context';
import { blockForm } from './block-form';
import { writeParagraph } from './paragraph';

/**
 * A list with native numbering. An item's first paragraph carries the number; what follows in the item stands at the indent of its text.
 * An item in which nothing is written is left out.
 */
export function writeList(node: ProseNode, place: Place, context: WriteContext, writeBlocks: WriteBlocks): readonly FileChild[] {
  const depth = place.listDepth;
  const numbering = numberingOf(node, depth, context);
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
  const number: ItemNumber = { numbering, depth, hanging, outside: place, was: numberingBefore(node, depth, context) };
  return (node.content ?? []).flatMap((item) => writeItem(item, number, inner, context, writeBlocks));
}

function numberingOf(list: Pick<ProseNode, 'type' | 'attrs'>, depth: number, context: WriteContext): NumberingDefinition {
  return list.type === 'orderedList' ? orderedNumbering(context.lists.next(), depth, startOf(list)) : BULLETED;
}

/** The numbering that items had before a tracked change of the list's kind, as many items as there are: one list's. */
function numberingBefore(list: ProseNode, depth: number, context: WriteContext): NumberingDefinition {
  const forms = (list.content ?? []).map((item) => (item.content?.[0] ? trackedFormOf(item.content[0])?.before : undefined));
  const ordered = forms.find((form) => form?.attrs.list === 'orderedList');
  return ordered ? numberingOf({ type: 'orderedList', attrs: ordered.attrs }, depth, context) : BULLETED;
}

interface ItemNumber {
  readonly numbering: NumberingDefinition;
  readonly depth: number;
  readonly hanging: number;
  /** where the list stands, and how its items were numbered before where that is tracked */
  readonly outside: Place;
  readonly was: NumberingDefinition;
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
  const numbered = writeParagraph(first, place, context, (form) => itemForm(form, number, place));
  return [...numbered, ...writeBlocks(rest, place, context)];
}

/** An item's first paragraph: numbered, unless it was in no list. */
function itemForm(form: Pick<ProseNode, 'type' | 'attrs'>, number: ItemNumber, place: Place): ParagraphForm {
  const list = form.attrs?.list;
  if (list === null) return blockForm(form, number.outside);
  return {
    ...blockForm(form, place),
    numbering: { reference: list === undefined ? number.numbering : number.was, level: Math.min(number.depth, 8) },
    indent: { left: place.indent, hanging: number.hanging },
  };
}

/** The number at which an ordered list starts, 1 where it does not say or says nonsense. */
function startOf(node: Pick<ProseNode, 'attrs'>): number {
  const start = node.attrs?.start;
  return typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= 32767 ? start : 1;
}
