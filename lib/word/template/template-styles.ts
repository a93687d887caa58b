import { attributeOf, childOf, childrenOf, type Formatted, nameOf } from '../layout/formatted';

/** A template's styles by their names in small letters, in which Word's own are the same in every language. */
export function stylesByName(styles: Formatted): ReadonlyMap<string, Formatted> {
  const found = new Map<string, Formatted>();
  for (const style of childrenOf(styles)) {
    if (nameOf(style) === 'w:style') found.set(styleName(style), style);
  }
  return found;
}

export function styleName(style: Formatted): string {
  return (attributeOf(childOf(style, 'w:name'), 'w:val') ?? '').toLowerCase();
}

/** Whether the style of first headings is numbered by a list that the numbering defines. */
export function numbersHeadings(styles: Formatted, numbering: Formatted | null): boolean {
  const properties = childOf(stylesByName(styles).get('heading 1'), 'w:pPr');
  const list = attributeOf(childOf(childOf(properties, 'w:numPr'), 'w:numId'), 'w:val');
  if (list === undefined || list === '0') return false;
  return childrenOf(numbering ?? undefined).some((element) => nameOf(element) === 'w:num' && attributeOf(element, 'w:numId') === list);
}

/** The typefaces of running text and of first headings, each once; names of the theme's are those that the theme gives. */
export function templateFonts(styles: Formatted, theme: Formatted | null): readonly string[] {
  const named = stylesByName(styles);
  const defaults = childOf(childOf(childOf(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
  const fontOf = (properties: Formatted | undefined): string | undefined => {
    const fonts = childOf(properties, 'w:rFonts');
    const ofTheme = attributeOf(fonts, 'w:asciiTheme');
    if (ofTheme === undefined) return attributeOf(fonts, 'w:ascii');
    return themeFont(theme, ofTheme.startsWith('major') ? 'a:majorFont' : 'a:minorFont');
  };
  const text = fontOf(childOf(named.get('body text'), 'w:rPr')) ?? fontOf(childOf(named.get('normal'), 'w:rPr')) ?? fontOf(defaults);
  const heading = fontOf(childOf(named.get('heading 1'), 'w:rPr')) ?? text;
  return [...new Set([text, heading].filter((font) => font !== undefined))];
}

function themeFont(theme: Formatted | null, name: string): string | undefined {
  const scheme = childOf(childOf(theme ?? undefined, 'a:themeElements'), 'a:fontScheme');
  return attributeOf(childOf(childOf(scheme, name), 'a:latin'), 'typeface');
}
