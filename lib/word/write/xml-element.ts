import { type BaseXmlComponent, FileChild, type ParagraphChild } from 'docx';

/** An element that the docx library has no class for, with its attributes and children; it may stand between paragraphs or inside one. */
export class XmlElement extends FileChild {
  constructor(
    name: string,
    attributes: Readonly<Record<string, string | number>> = {},
    children: readonly (BaseXmlComponent | string)[] = [],
  ) {
    super(name);
    if (Object.keys(attributes).length > 0) this.root.push({ _attr: attributes });
    this.root.push(...children);
  }
}

/** The start of a bookmark; it ends where `bookmarkEnd` of the same id stands. */
export function bookmarkStart(id: number, name: string): XmlElement {
  return new XmlElement('w:bookmarkStart', { 'w:id': id, 'w:name': name });
}

export function bookmarkEnd(id: number): XmlElement {
  return new XmlElement('w:bookmarkEnd', { 'w:id': id });
}

/** The element as a paragraph's child. The library writes any element there; only its type lists its own classes. */
export function inParagraph(element: BaseXmlComponent): InParagraph {
  return element as unknown as InParagraph;
}

/** What stands in a paragraph, and in an element of ours. */
export type InParagraph = ParagraphChild & BaseXmlComponent;
