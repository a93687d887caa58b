import { changeableContent, childrenOf, type Formatted, nameOf } from '../layout/formatted';

const words = (text: string): ReadonlyMap<string, number> => new Map(text.split(/\s+/).map((name, index) => [`w:${name}`, index]));

/** The order in which the schema wants children, by their parents. Some programs write styles in another. */
const ORDERS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  [
    'w:style',
    words(
      'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
    ),
  ],
  [
    'w:pPr',
    words(
      'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr',
    ),
  ],
  [
    'w:rPr',
    words(
      'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    ),
  ],
  ['w:tcPr', words('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark')],
]);

/** Puts the children of styles and of their properties in the order of the schema, in place; what it does not know stays behind. */
export function orderBySchema(element: Formatted): void {
  const order = ORDERS.get(nameOf(element));
  if (order !== undefined) {
    const rank = (part: unknown) => {
      if (typeof part !== 'object' || part === null || '_attr' in part) return -1;
      return order.get(nameOf(part as Formatted)) ?? order.size;
    };
    changeableContent(element).sort((one, other) => rank(one) - rank(other));
  }
  for (const child of childrenOf(element)) orderBySchema(child);
}
