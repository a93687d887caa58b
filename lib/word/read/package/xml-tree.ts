/** An element of a part. Names are `prefix:local` with the prefixes that Word itself uses, whatever the file uses; attributes of `w:` have none. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** the characters directly in it, of elements that hold text; else '' */
  readonly text: string;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((own) => own.name === name);
}

/** The `w:val` of a child; undefined where there is none. */
export function propertyOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes.val;
}

/** An on/off property: absent is undefined, `<w:b/>` is true, `<w:b w:val="0"/>` false. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const own = child(element, name);
  if (!own) return undefined;
  return !OFF.has(own.attributes.val ?? '');
}

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off', 'none']);

/** Every element under one, itself included, in the part's order. */
export function* walkXml(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const own of element.children) yield* walkXml(own);
}

/** A whole number of an attribute; null where it is none. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,9}(\.\d+)?$/.test(text) ? Math.trunc(Number(text)) : null;
}
