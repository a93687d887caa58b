/** An element as the docx library formats it before it is written: its name with its attributes (`_attr`) and children. */
export type Formatted = Readonly<Record<string, unknown>>;

export type Attributes = Readonly<Record<string, unknown>>;

export function nameOf(element: Formatted): string {
  for (const name in element) return name;
  return '';
}

/** What stands in an element, in order: attributes (as `{ _attr }`), elements and texts. */
export function contentOf(element: Formatted): readonly unknown[] {
  const content = element[nameOf(element)];
  if (Array.isArray(content)) return content;
  return content === undefined || content === null ? NOTHING : [content];
}

const NOTHING: readonly unknown[] = [];

/** What stands in an element, to be changed in place. */
export function changeableContent(element: Formatted): unknown[] {
  const name = nameOf(element);
  const content = element[name];
  if (Array.isArray(content)) return content;
  const own: unknown[] = content === undefined || content === null ? [] : [content];
  (element as Record<string, unknown>)[name] = own;
  return own;
}

export function childrenOf(element: Formatted | undefined): Formatted[] {
  return element === undefined ? [] : contentOf(element).filter(isElement);
}

export function childOf(element: Formatted | undefined, name: string): Formatted | undefined {
  if (element === undefined) return undefined;
  for (const child of contentOf(element)) if (isElement(child) && name in child) return child;
  return undefined;
}

/** An attribute of an element as text; undefined where it has none of the name. */
export function attributeOf(element: Formatted | undefined, name: string): string | undefined {
  const value = attributesOf(element)?.[name];
  return value === undefined ? undefined : String(value);
}

/** An element's attributes by name; undefined where it has none. */
export function attributesOf(element: Formatted | undefined): Attributes | undefined {
  if (element === undefined) return undefined;
  for (const part of contentOf(element)) {
    if (typeof part === 'object' && part !== null && '_attr' in part) return (part as { readonly _attr: Attributes })._attr;
  }
  return undefined;
}

export function numberOf(element: Formatted | undefined, name: string): number | undefined {
  const value = attributeOf(element, name);
  return value === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value);
}

/** A property that is on where it stands, unless it says that it is off; undefined where it does not stand. */
export function isOn(properties: Formatted | undefined, name: string): boolean | undefined {
  const property = childOf(properties, name);
  if (property === undefined) return undefined;
  return !OFF.has(attributeOf(property, 'w:val') ?? 'true');
}

const OFF: ReadonlySet<string> = new Set(['false', '0', 'off', 'none']);

export function textOf(element: Formatted): string {
  let text = '';
  for (const part of contentOf(element)) if (typeof part === 'string' || typeof part === 'number') text += part;
  return text;
}

export function isElement(part: unknown): part is Formatted {
  return typeof part === 'object' && part !== null && !('_attr' in part);
}
