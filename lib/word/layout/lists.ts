import { letterNumeral, romanNumeral } from '@/lib/letter/numbering/ordinals';
import { type ParagraphFormat, withParagraphProperties } from './formats';
import { attributeOf, childOf, childrenOf, type Formatted, nameOf, numberOf } from './formatted';

interface Level {
  readonly format: string;
  /** With %1 … %9 where the numbers of the levels stand. */
  readonly text: string;
  readonly start: number;
  readonly separator: 'tab' | 'space' | 'nothing';
  readonly properties: Formatted | undefined;
}

/** What a list writes before a paragraph. */
export interface ListNumber {
  readonly text: string;
  readonly separator: 'tab' | 'space' | 'nothing';
}

/** The lists of a document, by the names that its paragraphs give them, and the numbers counted so far. */
export class Lists {
  private readonly levels = new Map<string, readonly Level[]>();
  private counters = new Map<string, number[]>();

  /** The numbering as it is written (`w:numbering`); `ids` are the ids of lists by other names for them. */
  constructor(numbering: Formatted, ids: ReadonlyMap<string, string>) {
    const abstract = new Map<string, readonly Level[]>();
    for (const element of childrenOf(numbering)) {
      if (nameOf(element) === 'w:abstractNum') abstract.set(attributeOf(element, 'w:abstractNumId') ?? '', levelsOf(element));
    }
    for (const element of childrenOf(numbering)) {
      if (nameOf(element) !== 'w:num') continue;
      const levels = abstract.get(attributeOf(childOf(element, 'w:abstractNumId'), 'w:val') ?? '');
      if (levels !== undefined) this.levels.set(attributeOf(element, 'w:numId') ?? '', levels);
    }
    for (const [name, id] of ids) {
      const levels = this.levels.get(id);
      if (levels !== undefined) this.levels.set(name, levels);
    }
  }

  /** A format with a paragraph's or style's properties, over the indents of the list that they put it in. */
  indented(format: ParagraphFormat, properties: Formatted | undefined): ParagraphFormat {
    const own = withParagraphProperties(format, properties);
    if (own.list === null || childOf(properties, 'w:numPr') === undefined) return own;
    const level = this.levels.get(own.list)?.[own.level];
    return withParagraphProperties(withParagraphProperties(own, level?.properties), properties);
  }

  /** Starts counting again, as at the beginning of the document. */
  restart(): void {
    this.counters = new Map();
  }

  /** The number of the next paragraph of a list; null where it is in none. */
  next({ list, level }: Pick<ParagraphFormat, 'list' | 'level'>): ListNumber | null {
    const levels = list === null ? undefined : this.levels.get(list);
    const own = levels?.[level];
    if (list === null || levels === undefined || own === undefined) return null;
    const counts = (this.counters.get(list) ?? []).slice(0, level + 1);
    for (let above = 0; above < level; above += 1) counts[above] ??= levels[above]?.start ?? 1;
    counts[level] = counts[level] === undefined ? own.start : counts[level] + 1;
    this.counters.set(list, counts);
    const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      return numeral(counts[index] ?? 1, levels[index]?.format ?? 'decimal');
    });
    return { text, separator: own.separator };
  }
}

function levelsOf(abstract: Formatted): readonly Level[] {
  const levels: Level[] = [];
  for (const element of childrenOf(abstract)) {
    if (nameOf(element) !== 'w:lvl') continue;
    levels[numberOf(element, 'w:ilvl') ?? levels.length] = {
      format: attributeOf(childOf(element, 'w:numFmt'), 'w:val') ?? 'decimal',
      text: attributeOf(childOf(element, 'w:lvlText'), 'w:val') ?? '',
      start: numberOf(childOf(element, 'w:start'), 'w:val') ?? 1,
      separator: (attributeOf(childOf(element, 'w:suff'), 'w:val') as Level['separator'] | undefined) ?? 'tab',
      properties: childOf(element, 'w:pPr'),
    };
  }
  return levels;
}

function numeral(value: number, format: string): string {
  if (value < 1) return String(value);
  if (format === 'upperRoman') return romanNumeral(value);
  if (format === 'lowerRoman') return romanNumeral(value).toLowerCase();
  if (format === 'upperLetter') return letterNumeral(value);
  if (format === 'lowerLetter') return letterNumeral(value).toLowerCase();
  return String(value);
}
