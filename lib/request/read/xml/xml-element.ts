/** An element of a parsed file: its name, attributes and content in order, and the line on which it begins. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly line: number;
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** The element children of an element, all or of one name. */
export function elementsOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => isElement(child) && (name === undefined || child.name === name));
}

/** Every element of these names below an element, in document order; what lies inside a hit is not searched. */
export function findElements(element: XmlElement, names: ReadonlySet<string>, found: XmlElement[] = []): XmlElement[] {
  for (const child of elementsOf(element)) {
    if (names.has(child.name)) found.push(child);
    else findElements(child, names, found);
  }
  return found;
}

/** All characters below an element, as they stand. */
export function plainText(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? plainText(child) : child)).join('');
}
