import type { HeldList } from '@/lib/letter/returned/held-row';
import { child, propertyOf, wholeNumber, type XmlElement } from '../package/xml-tree';
import type { NumberingSheet } from '../styles/numbering-sheet';
import type { FileStyle } from '../styles/style-sheet';

/** The list that a paragraph is an item of, by its own numbering or its style's, and where the numbering sets its text; null where it has none. */
export function listOf(
  properties: XmlElement | undefined,
  style: FileStyle,
  numbering: NumberingSheet,
): { readonly list: HeldList; readonly left: number | null } | null {
  const own = child(properties, 'w:numPr');
  const id = propertyOf(own, 'w:numId') ?? style.numbering?.id;
  if (id === undefined || id === '0') return null;
  const level = Math.min(Math.max(wholeNumber(propertyOf(own, 'w:ilvl')) ?? style.numbering?.level ?? 0, 0), 8);
  const described = numbering.level(id, level);
  if (!described) return null;
  return { list: { key: numbering.countedAs(id), ordered: described.ordered, level, start: described.start }, left: described.left };
}
