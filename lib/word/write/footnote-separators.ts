import type { Document } from 'docx';
import { XmlElement } from './xml-element';

/** Style of the line above the notes. Word makes it as tall as a line of its paragraph's style, so the style is small. */
export const SEPARATOR_STYLE = 'FootnoteSeparator';

/**
 * Gives a document the separators of its footnotes: a bare line in a small style. The library's own carry a note's mark before the line and
 * take as much room as a line of text, which other programs do not give them, so that pages would break differently from one to the other.
 */
export function setFootnoteSeparators(document: Document): void {
  const { root } = document.FootNotes.View as unknown as { root: unknown[] };
  const first = root.findIndex((child) => (child as { rootKey?: string }).rootKey === 'w:footnote');
  if (first < 0) throw new Error('setFootnoteSeparators: the document has no separators to replace');
  root.splice(first, 2, separator('separator', -1), separator('continuationSeparator', 0));
}

function separator(type: 'separator' | 'continuationSeparator', id: number): XmlElement {
  const paragraph = new XmlElement('w:p', {}, [
    new XmlElement('w:pPr', {}, [new XmlElement('w:pStyle', { 'w:val': SEPARATOR_STYLE })]),
    new XmlElement('w:r', {}, [new XmlElement(`w:${type}`)]),
  ]);
  return new XmlElement('w:footnote', { 'w:type': type, 'w:id': id }, [paragraph]);
}
