import type { ProseMark } from '@/lib/letter/schema/prose-node';
import { propertyOf, switchOf, type XmlElement } from '../package/xml-tree';
import type { FileStyle, StyleSheet } from '../styles/style-sheet';

/**
 * The marks of a run, by its own formatting, its character style, and the paragraph's where that is no style of our letters: what our styles
 * look like is no mark of the words. Bold and italic of two styles cancel each other, as Word has it.
 */
export function runMarks(properties: XmlElement | undefined, paragraph: FileStyle, styles: StyleSheet): ProseMark[] {
  const style = propertyOf(properties, 'w:rStyle');
  const link = styles.isHyperlink(style);
  const base = (on: boolean) => paragraph.foreign && on;
  const toggled = (name: string, of: boolean) => switchOf(properties, name) ?? (styles.character(style, name) ?? false) !== of;
  const types: string[] = [];
  if (toggled('w:b', base(paragraph.bold))) types.push('bold');
  if (toggled('w:i', base(paragraph.italic))) types.push('italic');
  const underline = propertyOf(properties, 'w:u') ?? (link ? undefined : styles.characterValue(style, 'w:u'));
  if (underline !== undefined && underline !== 'none') types.push('underline');
  if (toggled('w:strike', false) || toggled('w:dstrike', false)) types.push('strike');
  if (toggled('w:smallCaps', false)) types.push('smallCaps');
  const position = propertyOf(properties, 'w:vertAlign') ?? styles.characterValue(style, 'w:vertAlign');
  if (position === 'superscript' || position === 'subscript') types.push(position);
  return types.map((type) => ({ type }));
}

/** What a run's formatting says that a letter's text cannot; null where nothing. */
export function strangeFormatting(properties: XmlElement | undefined): string | null {
  if (!properties) return null;
  if (switchOf(properties, 'w:vanish')) return 'hidden text';
  if ((propertyOf(properties, 'w:highlight') ?? 'none') !== 'none') return 'highlighted text';
  if (switchOf(properties, 'w:caps')) return 'text shown in capitals';
  return null;
}
