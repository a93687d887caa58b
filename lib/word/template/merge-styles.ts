import { attributeOf, attributesOf, changeableContent, childOf, childrenOf, type Formatted, nameOf, numberOf } from '../layout/formatted';
import { orderBySchema } from './schema-order';
import { styleName, stylesByName } from './template-styles';

/** The ids that a template's styles get: ours for those of our names, another one for those that have an id of ours under another name. */
export function styleIds(ours: Formatted, theirs: Formatted): ReadonlyMap<string, string> {
  const ourIds = new Map(stylesIn(ours).map((style) => [styleName(style), idOf(style)]));
  const taken = new Set(ourIds.values());
  const ids = new Map<string, string>();
  for (const style of stylesIn(theirs)) {
    const own = idOf(style);
    const same = ourIds.get(styleName(style));
    if (same !== undefined && same !== own) ids.set(own, same);
    if (same === undefined && taken.has(own)) ids.set(own, `${own}House`);
  }
  return ids;
}

/**
 * A template's styles, and those of ours that it has no style of the name for. Ours then follow its typeface and the size of its text; they
 * keep the distances that they were made for, whatever its Normal has.
 */
export function mergeStyles(ours: Formatted, theirs: Formatted): Formatted {
  const known = stylesByName(theirs);
  const added = stylesIn(ours).filter((style) => !known.has(styleName(style)));
  const scale = textSize(theirs) / textSize(ours);
  for (const style of added) standAlone(style, scale);
  const rest = childrenOf(theirs);
  const hasDefaults = rest.some((child) => nameOf(child) === 'w:docDefaults');
  const defaults = hasDefaults ? [] : childrenOf(ours).filter((child) => nameOf(child) === 'w:docDefaults');
  const merged: Formatted = { 'w:styles': [{ _attr: { ...attributesOf(ours), ...attributesOf(theirs) } }, ...defaults, ...rest, ...added] };
  orderBySchema(merged);
  return merged;
}

/** Gives a template's headings the numbers of ours, where its own have none. */
export function numberHeadings(styles: Formatted, ours: Formatted): void {
  const named = stylesByName(styles);
  for (const style of stylesIn(ours)) {
    const name = styleName(style);
    const numbering = childOf(childOf(style, 'w:pPr'), 'w:numPr');
    const own = named.get(name);
    if (!/^heading [1-4]$/.test(name) || numbering === undefined || own === undefined) continue;
    setProperty(propertiesOf(own), 'w:numPr', numbering);
  }
}

/** The size of running text in half points: of Normal, else of the document's defaults, else Word's own. */
function textSize(styles: Formatted): number {
  const defaults = childOf(childOf(childOf(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const normal = childOf(stylesByName(styles).get('normal'), 'w:rPr');
  return numberOf(childOf(normal, 'w:sz'), 'w:val') ?? numberOf(childOf(defaults, 'w:sz'), 'w:val') ?? 20;
}

/** Eight points, below which nothing is scaled. */
const SMALLEST = 16;

/** Distances and alignment that a style of ours leaves to our Normal are said in it, and its typeface is left to the template. */
function standAlone(style: Formatted, scale: number): void {
  const run = childOf(style, 'w:rPr');
  if (run !== undefined && idOf(style) !== 'TableHash') {
    removeProperty(run, 'w:rFonts');
    for (const name of ['w:sz', 'w:szCs']) {
      const size = numberOf(childOf(run, name), 'w:val');
      const scaled = size === undefined ? undefined : Math.max(Math.round(size * scale), Math.min(size, SMALLEST));
      if (scaled !== undefined) setProperty(run, name, { [name]: { _attr: { 'w:val': scaled } } });
    }
  }
  if (attributeOf(style, 'w:type') !== 'paragraph' || attributeOf(childOf(style, 'w:basedOn'), 'w:val') !== 'Normal') return;
  const properties = propertiesOf(style);
  const said = (name: string, otherwise: Readonly<Record<string, unknown>>) =>
    setProperty(properties, name, { [name]: { _attr: { ...otherwise, ...attributesOf(childOf(properties, name)) } } });
  said('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto' });
  if (childOf(properties, 'w:ind') === undefined) said('w:ind', { 'w:left': 0, 'w:right': 0, 'w:firstLine': 0 });
  if (childOf(properties, 'w:jc') === undefined) said('w:jc', { 'w:val': 'left' });
}

function propertiesOf(style: Formatted): Formatted {
  const known = childOf(style, 'w:pPr');
  if (known !== undefined) return known;
  const made = { 'w:pPr': [] };
  changeableContent(style).push(made);
  return made;
}

function setProperty(properties: Formatted, name: string, property: Formatted): void {
  removeProperty(properties, name);
  changeableContent(properties).push(property);
}

function removeProperty(properties: Formatted, name: string): void {
  const known = childOf(properties, name);
  const content = changeableContent(properties);
  if (known !== undefined) content.splice(content.indexOf(known), 1);
}

function stylesIn(styles: Formatted): readonly Formatted[] {
  return childrenOf(styles).filter((child) => nameOf(child) === 'w:style');
}

function idOf(style: Formatted): string {
  return attributeOf(style, 'w:styleId') ?? '';
}
