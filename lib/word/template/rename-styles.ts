import { attributeOf, changeableContent, childrenOf, type Formatted, nameOf } from '../layout/formatted';

/** The elements that name a style by its id. */
const REFERENCES: ReadonlySet<string> = new Set([
  ...['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link', 'w:numStyleLink', 'w:styleLink'],
]);

/** Gives styles other ids, wherever an element names them, in place. */
export function renameStyles(element: Formatted, ids: ReadonlyMap<string, string>): void {
  const name = nameOf(element);
  if (name === 'w:style') setAttribute(element, 'w:styleId', ids.get(attributeOf(element, 'w:styleId') ?? ''));
  if (REFERENCES.has(name)) setAttribute(element, 'w:val', ids.get(attributeOf(element, 'w:val') ?? ''));
  for (const child of childrenOf(element)) renameStyles(child, ids);
}

/** Sets an attribute in place; nothing where there is no value. */
export function setAttribute(element: Formatted, name: string, value: string | undefined): void {
  if (value === undefined) return;
  const content = changeableContent(element);
  const index = content.findIndex((part) => typeof part === 'object' && part !== null && '_attr' in part);
  const own = index < 0 ? {} : (content[index] as { readonly _attr: Record<string, unknown> })._attr;
  const changed = { _attr: { ...own, [name]: value } };
  if (index < 0) content.unshift(changed);
  else content[index] = changed;
}
