import { attributeOf, attributesOf, changeableContent, childOf, childrenOf, type Formatted, nameOf } from '../layout/formatted';
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
 * A template's styles, and those of ours that it has no style of the name for. Ours then follow its typeface; they keep the distances that
 * they were made for, whatever its Normal has.
 */
export function mergeStyles(ours: Formatted, theirs: Formatted): Formatted {
  const known = stylesByName(theirs);
  const added = stylesIn(ours).filter((style) => !known.has(styleName(style)));
  for (const style of added) standAlone(style);
  const rest = childrenOf(theirs);
  const hasDefaults = rest.some((child) => nameOf(child) === 'w:docDefaults');
  const defaults = hasDefaults ? [] : childrenOf(ours).filter((child) => nameOf(child) === 'w:docDefaults');
  return { 'w:styles': [{ _attr: { ...attributesOf(ours), ...attributesOf(theirs) } }, ...defaults, ...rest, ...added] };
}

/** The template's first headings with the numbers of ours, where its own have none. */
export function numberHeadings(styles: Formatted, ours: Formatted): void {
  const named = stylesByName(styles);
  for (const style of stylesIn(ours)) {
    const name = styleName(style);
    const numbering = childOf(childOf(style, 'w:pPr'), 'w:numPr');
    const own = named.get(name);
    if (!/^heading [1-4]$/.test(name) || numbering === undefined || own === undefined) continue;
    const properties = propertiesOf(own);
    const content = changeableContent(properties);
    const place = content.findIndex((part) => typeof part === 'object' && part !== null && AFTER_NUMBERING.has(nameOf(part as Formatted)));
    const without = content.filter((part) => !(typeof part === 'object' && part !== null && 'w:numPr' in part));
    const index = place < 0 ? without.length : place - (content.length - without.length);
    without.splice(Math.max(index, 0), 0, numbering);
    (properties as Record<string, unknown>)['w:pPr'] = without;
  }
}

/** What stands after the numbering in a paragraph's properties, by the order that the schema asks for. */
const AFTER_NUMBERING: ReadonlySet<string> = new Set([
  ...['w:suppressLineNumbers', 'w:pBdr', 'w:shd', 'w:tabs', 'w:suppressAutoHyphens', 'w:kinsoku', 'w:wordWrap', 'w:overflowPunct'],
  ...['w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:bidi', 'w:adjustRightInd', 'w:snapToGrid', 'w:spacing', 'w:ind'],
  ...['w:contextualSpacing', 'w:mirrorIndents', 'w:suppressOverlap', 'w:jc', 'w:textDirection', 'w:textAlignment', 'w:textboxTightWrap'],
  ...['w:outlineLvl', 'w:divId', 'w:cnfStyle', 'w:rPr', 'w:sectPr'],
]);

function propertiesOf(style: Formatted): Formatted {
  const known = childOf(style, 'w:pPr');
  if (known !== undefined) return known;
  const content = changeableContent(style);
  const place = content.findIndex((part) => typeof part === 'object' && part !== null && ('w:rPr' in part || 'w:tblPr' in part));
  const made = { 'w:pPr': [] };
  content.splice(place < 0 ? content.length : place, 0, made);
  return made;
}

/** Distances and alignment that a style of ours leaves to our Normal are said in it, and its typeface is left to the template. */
function standAlone(style: Formatted): void {
  const run = childOf(style, 'w:rPr');
  if (run !== undefined && idOf(style) !== 'TableHash') {
    const content = changeableContent(run);
    content.splice(0, content.length, ...content.filter((part) => !(typeof part === 'object' && part !== null && 'w:rFonts' in part)));
  }
  if (attributeOf(style, 'w:type') !== 'paragraph' || attributeOf(childOf(style, 'w:basedOn'), 'w:val') !== 'Normal') return;
  const properties = propertiesOf(style);
  const content = changeableContent(properties);
  const spacing = childOf(properties, 'w:spacing');
  const own = attributesOf(spacing) ?? {};
  const full = { 'w:spacing': { _attr: { 'w:before': 0, 'w:after': 0, 'w:line': 240, 'w:lineRule': 'auto', ...own } } };
  if (spacing !== undefined) content[content.indexOf(spacing)] = full;
  else content.splice(placeOf(content, SPACING_AND_AFTER), 0, full);
  if (childOf(properties, 'w:ind') === undefined) content.splice(placeOf(content, INDENT_AND_AFTER), 0, NO_INDENT);
}

const NO_INDENT: Formatted = { 'w:ind': { _attr: { 'w:left': 0, 'w:right': 0, 'w:firstLine': 0 } } };
const INDENT_AND_AFTER: readonly string[] = ['w:contextualSpacing', 'w:mirrorIndents', 'w:jc', 'w:textAlignment', 'w:outlineLvl', 'w:rPr'];
const SPACING_AND_AFTER: readonly string[] = ['w:ind', ...INDENT_AND_AFTER];

function placeOf(content: readonly unknown[], after: readonly string[]): number {
  const index = content.findIndex((part) => typeof part === 'object' && part !== null && after.includes(nameOf(part as Formatted)));
  return index < 0 ? content.length : index;
}

function stylesIn(styles: Formatted): readonly Formatted[] {
  return childrenOf(styles).filter((child) => nameOf(child) === 'w:style');
}

function idOf(style: Formatted): string {
  return attributeOf(style, 'w:styleId') ?? '';
}
