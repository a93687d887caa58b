import { attributeOf, attributesOf, changeableContent, childOf, childrenOf, type Formatted, nameOf } from '../layout/formatted';
import { setAttribute } from './rename-styles';

/** Our lists and a template's in one part, the template's under ids that ours do not have; gives the new ids of its lists. */
export function mergeNumbering(
  ours: Formatted,
  theirs: Formatted,
): { readonly numbering: Formatted; readonly lists: ReadonlyMap<string, string> } {
  const firstAbstract = 1 + Math.max(0, ...idsIn(ours, 'w:abstractNum', 'w:abstractNumId'));
  const firstList = 1 + Math.max(0, ...idsIn(ours, 'w:num', 'w:numId'));
  const abstracts = new Map<string, string>();
  const lists = new Map<string, string>();
  for (const element of childrenOf(theirs)) {
    if (nameOf(element) === 'w:abstractNum') {
      const id = attributeOf(element, 'w:abstractNumId') ?? '';
      abstracts.set(id, String(firstAbstract + abstracts.size));
      setAttribute(element, 'w:abstractNumId', abstracts.get(id));
      withoutPictures(element);
    }
    if (nameOf(element) === 'w:num') {
      const id = attributeOf(element, 'w:numId') ?? '';
      lists.set(id, String(firstList + lists.size));
      setAttribute(element, 'w:numId', lists.get(id));
    }
  }
  for (const list of named(theirs, 'w:num')) {
    const abstract = childOf(list, 'w:abstractNumId');
    if (abstract !== undefined) setAttribute(abstract, 'w:val', abstracts.get(attributeOf(abstract, 'w:val') ?? ''));
  }
  const both = (name: string) => [...named(ours, name), ...named(theirs, name)];
  const attributes = { _attr: { ...attributesOf(ours), ...attributesOf(theirs) } };
  return { numbering: { 'w:numbering': [attributes, ...both('w:abstractNum'), ...both('w:num')] }, lists };
}

/** Gives the lists that styles and levels name their new ids, in place. */
export function renameLists(element: Formatted, lists: ReadonlyMap<string, string>): void {
  if (nameOf(element) === 'w:numId') setAttribute(element, 'w:val', lists.get(attributeOf(element, 'w:val') ?? ''));
  for (const child of childrenOf(element)) renameLists(child, lists);
}

/** Levels of ours that number no heading any more, because the template's do, are not tied to the style either. */
export function untieHeadings(ours: Formatted): void {
  for (const abstract of named(ours, 'w:abstractNum')) {
    for (const level of named(abstract, 'w:lvl')) {
      const style = childOf(level, 'w:pStyle');
      if (style === undefined || !/^Heading[1-4]$/.test(attributeOf(style, 'w:val') ?? '')) continue;
      const content = changeableContent(level);
      content.splice(content.indexOf(style), 1);
    }
  }
}

/** Bullets that are pictures are of parts that are not taken over: they become the bullets that the level names as text. */
function withoutPictures(abstract: Formatted): void {
  for (const level of named(abstract, 'w:lvl')) {
    const picture = childOf(level, 'w:lvlPicBulletId');
    if (picture === undefined) continue;
    const content = changeableContent(level);
    content.splice(content.indexOf(picture), 1);
  }
}

function named(parent: Formatted, name: string): readonly Formatted[] {
  return childrenOf(parent).filter((child) => nameOf(child) === name);
}

function idsIn(numbering: Formatted, name: string, attribute: string): readonly number[] {
  return named(numbering, name).map((element) => Number(attributeOf(element, attribute) ?? 0));
}
