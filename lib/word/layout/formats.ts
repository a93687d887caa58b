import { attributeOf, childOf, childrenOf, type Formatted, isOn, numberOf } from './formatted';

/** How a paragraph is set; lengths in twentieths of a point. */
export interface ParagraphFormat {
  readonly left: number;
  readonly right: number;
  /** From the left indent to the first line; negative where it hangs. */
  readonly firstLine: number;
  readonly before: number;
  readonly after: number;
  /** 240ths of a line where `lineRule` is auto, a length otherwise. */
  readonly line: number;
  readonly lineRule: 'auto' | 'exact' | 'atLeast';
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widowControl: boolean;
  readonly pageBreakBefore: boolean;
  /** Its list and level, as the numbering names them. */
  readonly list: string | null;
  readonly level: number;
  readonly tabs: readonly TabStop[];
  /** Room of the borders above and below, with their distance from the text. */
  readonly topBorder: number;
  readonly bottomBorder: number;
}

export interface TabStop {
  readonly position: number;
  readonly kind: 'left' | 'right';
}

export interface RunFormat {
  readonly font: string;
  /** In half points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** All letters as capitals, small ones smaller. */
  readonly smallCaps: boolean;
  /** Superscript or subscript. */
  readonly raised: boolean;
  /** Added to each character, in twentieths of a point. */
  readonly spacing: number;
}

export const PLAIN_PARAGRAPH: ParagraphFormat = {
  left: 0,
  right: 0,
  firstLine: 0,
  before: 0,
  after: 0,
  line: 240,
  lineRule: 'auto',
  keepNext: false,
  keepLines: false,
  widowControl: true,
  pageBreakBefore: false,
  list: null,
  level: 0,
  tabs: [],
  topBorder: 0,
  bottomBorder: 0,
};

export const PLAIN_RUN: RunFormat = {
  font: 'Times New Roman',
  size: 20,
  bold: false,
  italic: false,
  smallCaps: false,
  raised: false,
  spacing: 0,
};

/** A paragraph's format with what its properties (`w:pPr`) say themselves. */
export function withParagraphProperties(format: ParagraphFormat, properties: Formatted | undefined): ParagraphFormat {
  if (properties === undefined) return format;
  const indent = childOf(properties, 'w:ind');
  const spacing = childOf(properties, 'w:spacing');
  const list = childOf(properties, 'w:numPr');
  const borders = childOf(properties, 'w:pBdr');
  const hanging = numberOf(indent, 'w:hanging');
  return {
    left: numberOf(indent, 'w:left') ?? numberOf(indent, 'w:start') ?? format.left,
    right: numberOf(indent, 'w:right') ?? numberOf(indent, 'w:end') ?? format.right,
    firstLine: hanging === undefined ? (numberOf(indent, 'w:firstLine') ?? format.firstLine) : -hanging,
    before: numberOf(spacing, 'w:before') ?? format.before,
    after: numberOf(spacing, 'w:after') ?? format.after,
    line: numberOf(spacing, 'w:line') ?? format.line,
    lineRule: (attributeOf(spacing, 'w:lineRule') as ParagraphFormat['lineRule'] | undefined) ?? format.lineRule,
    keepNext: isOn(properties, 'w:keepNext') ?? format.keepNext,
    keepLines: isOn(properties, 'w:keepLines') ?? format.keepLines,
    widowControl: isOn(properties, 'w:widowControl') ?? format.widowControl,
    pageBreakBefore: isOn(properties, 'w:pageBreakBefore') ?? format.pageBreakBefore,
    list: attributeOf(childOf(list, 'w:numId'), 'w:val') ?? format.list,
    level: numberOf(childOf(list, 'w:ilvl'), 'w:val') ?? format.level,
    tabs: withTabs(format.tabs, childOf(properties, 'w:tabs')),
    topBorder: borders === undefined ? format.topBorder : borderRoom(childOf(borders, 'w:top')),
    bottomBorder: borders === undefined ? format.bottomBorder : borderRoom(childOf(borders, 'w:bottom')),
  };
}

/** A run's format with what its properties (`w:rPr`) say themselves. */
export function withRunProperties(format: RunFormat, properties: Formatted | undefined): RunFormat {
  if (properties === undefined) return format;
  const raised = attributeOf(childOf(properties, 'w:vertAlign'), 'w:val');
  return {
    font: attributeOf(childOf(properties, 'w:rFonts'), 'w:ascii') ?? format.font,
    size: numberOf(childOf(properties, 'w:sz'), 'w:val') ?? format.size,
    bold: isOn(properties, 'w:b') ?? format.bold,
    italic: isOn(properties, 'w:i') ?? format.italic,
    smallCaps: isOn(properties, 'w:smallCaps') ?? format.smallCaps,
    raised: raised === undefined ? format.raised : raised !== 'baseline',
    spacing: numberOf(childOf(properties, 'w:spacing'), 'w:val') ?? format.spacing,
  };
}

function withTabs(inherited: readonly TabStop[], tabs: Formatted | undefined): readonly TabStop[] {
  if (tabs === undefined) return inherited;
  const stops = new Map(inherited.map((stop) => [stop.position, stop]));
  for (const tab of childrenOf(tabs)) {
    const position = numberOf(tab, 'w:pos');
    const kind = attributeOf(tab, 'w:val');
    if (position === undefined) continue;
    if (kind === 'clear') stops.delete(position);
    else stops.set(position, { position, kind: kind === 'right' || kind === 'end' || kind === 'decimal' ? 'right' : 'left' });
  }
  return [...stops.values()].sort((one, other) => one.position - other.position);
}

/** A border's own width, which the file gives in eighths of a point, and its distance from the text, which it gives in points. */
function borderRoom(border: Formatted | undefined): number {
  const kind = attributeOf(border, 'w:val');
  if (border === undefined || kind === 'none' || kind === 'nil') return 0;
  return ((numberOf(border, 'w:sz') ?? 0) * 20) / 8 + (numberOf(border, 'w:space') ?? 0) * 20;
}
