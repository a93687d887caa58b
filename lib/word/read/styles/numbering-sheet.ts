import { child, propertyOf, wholeNumber, type XmlElement } from '../package/xml-tree';
import { leftOf } from './style-sheet';

/** How a level of a numbering counts. */
export interface NumberingLevel {
  readonly ordered: boolean;
  readonly start: number;
  readonly left: number | null;
}

/** The numberings of a file. */
export class NumberingSheet {
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly numbers = new Map<string, XmlElement>();
  private readonly begun = new Set<string>();
  private readonly series = new Map<string, number>();

  constructor(numbering: XmlElement | null) {
    for (const element of numbering?.children ?? []) {
      if (element.name === 'w:abstractNum') this.abstracts.set(element.attributes.abstractNumId ?? '', element);
      if (element.name === 'w:num') this.numbers.set(element.attributes.numId ?? '', element);
    }
  }

  /**
   * Under which key a paragraph of a numbering is counted: numberings of one description go on with one another, until one begins anew. To be asked
   * in the order of the text.
   */
  countedAs(id: string): string {
    const number = this.numbers.get(id);
    const described = propertyOf(number, 'w:abstractNumId') ?? id;
    if (!this.begun.has(id)) {
      this.begun.add(id);
      const anew = number?.children.some((own) => child(own, 'w:startOverride') !== undefined) ?? false;
      if (anew) this.series.set(described, (this.series.get(described) ?? 0) + 1);
    }
    return `${described} ${this.series.get(described) ?? 0}`;
  }

  /** A level of a numbering; null for one that does not exist or numbers nothing. */
  level(id: string, level: number): NumberingLevel | null {
    const number = this.numbers.get(id);
    if (!number) return null;
    const override = number.children.find((own) => own.name === 'w:lvlOverride' && wholeNumber(own.attributes.ilvl) === level);
    const described = child(override, 'w:lvl') ?? levelOf(this.abstractOf(number), level);
    const format = propertyOf(described, 'w:numFmt') ?? 'decimal';
    const start = wholeNumber(propertyOf(override, 'w:startOverride')) ?? wholeNumber(propertyOf(described, 'w:start')) ?? 1;
    return { ordered: format !== 'bullet' && format !== 'none', start, left: leftOf(child(described, 'w:pPr')) };
  }

  /** What a numbering counts by; where that only names a list style, the one that the style is kept in. */
  private abstractOf(number: XmlElement): XmlElement | undefined {
    const own = this.abstracts.get(propertyOf(number, 'w:abstractNumId') ?? '');
    const link = propertyOf(own, 'w:numStyleLink');
    if (link === undefined) return own;
    return [...this.abstracts.values()].find((abstract) => propertyOf(abstract, 'w:styleLink') === link) ?? own;
  }
}

function levelOf(abstract: XmlElement | undefined, level: number): XmlElement | undefined {
  return abstract?.children.find((own) => own.name === 'w:lvl' && wholeNumber(own.attributes.ilvl) === level);
}
