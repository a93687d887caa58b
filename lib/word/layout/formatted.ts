/** An element as the docx library formats it before it is written: its name with its attributes (`_attr`) and children. */
export type Formatted = Readonly<Record<string, unknown>>;

export function nameOf(element: Formatted): string {
  for (const name in element) return name;
  return '';
}

/** What stands in an element, in order: elements and texts, without its attributes. */
export function contentOf(element: Formatted): readonly unknown[] {
  const content = element[nameOf(element)];
  if (Array.isArray(content)) return content;
  return content === undefined || content === null ? [] : [content];
}

export function childrenOf(element: Formatted): Formatted[] {
  return contentOf(element).filter(isElement);
}

export function childOf(element: Formatted | undefined, name: string): Formatted | undefined {
  if (element === undefined) return undefined;
  return contentOf(element).find((child): child is Formatted => isElement(child) && name in child);
}

/** An attribute of an element as text; undefined where it has none of the name. */
export function attributeOf(element: Formatted | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  for (const part of contentOf(element)) {
    if (typeof part !== 'object' || part === null || !('_attr' in part)) continue;
    const value = (part as { _attr: Readonly<Record<string, unknown>> })._attr[name];
    return value === undefined ? undefined : String(value);
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
  return !['false', '0', 'off', 'none'].includes(attributeOf(property, 'w:val') ?? 'true');
}

export function textOf(element: Formatted): string {
  return contentOf(element)
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join('');
}

export function isElement(part: unknown): part is Formatted {
  return typeof part === 'object' && part !== null && !('_attr' in part);
}
