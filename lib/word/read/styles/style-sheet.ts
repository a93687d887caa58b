import { child, propertyOf, switchOf, wholeNumber, type XmlElement } from '../package/xml-tree';
import { type ParagraphRole, roleOfName } from './paragraph-role';

/** A style of the file with what it takes from those it is based on. */
export interface FileStyle {
  readonly id: string;
  readonly role: ParagraphRole;
  /** True where neither it nor what it is based on is a style of our letters: its formatting is then somebody's own. */
  readonly foreign: boolean;
  /** null where it says nothing */
  readonly left: number | null;
  readonly numbering: { readonly id: string; readonly level: number } | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly run: XmlElement | undefined;
}

/** The styles of a file, by id. */
export class StyleSheet {
  private readonly elements = new Map<string, XmlElement>();
  private readonly found = new Map<string, FileStyle>();
  private readonly standard: string;

  constructor(styles: XmlElement | null) {
    let standard = '';
    for (const style of styles?.children ?? []) {
      const id = style.attributes.styleId;
      if (style.name !== 'w:style' || id === undefined) continue;
      this.elements.set(id, style);
      if (style.attributes.type === 'paragraph' && style.attributes.default === '1') standard = id;
    }
    this.standard = standard;
  }

  paragraph(id: string | undefined): FileStyle {
    const own = id ?? this.standard;
    let style = this.found.get(own);
    if (!style) {
      style = this.resolve(own);
      this.found.set(own, style);
    }
    return style;
  }

  /** Bold, italic and the like of a character style: undefined where it says nothing. */
  character(id: string | undefined, property: string): boolean | undefined {
    for (const style of this.chain(id)) {
      const own = switchOf(child(style, 'w:rPr'), property);
      if (own !== undefined) return own;
    }
    return undefined;
  }

  /** Underline and the like of a character style, whose value is a word. */
  characterValue(id: string | undefined, property: string): string | undefined {
    for (const style of this.chain(id)) {
      const own = propertyOf(child(style, 'w:rPr'), property);
      if (own !== undefined) return own;
    }
    return undefined;
  }

  isHyperlink(id: string | undefined): boolean {
    return this.chain(id).some((style) =>
      /hyperlink|internetlink/i.test(`${style.attributes.styleId} ${propertyOf(style, 'w:name') ?? ''}`.replace(/\s/g, '')),
    );
  }

  private resolve(id: string): FileStyle {
    const chain = this.chain(id);
    const left = chain.map((style) => leftOf(child(style, 'w:pPr'))).find((own) => own !== null) ?? null;
    const numbering = chain.map((style) => child(child(style, 'w:pPr'), 'w:numPr')).find((own) => own !== undefined);
    const named = this.roleOf(id, chain);
    const on = (property: string) =>
      chain.map((style) => switchOf(child(style, 'w:rPr'), property)).find((own) => own !== undefined) ?? false;
    return {
      id,
      role: named?.role ?? { kind: 'text' },
      foreign: named === null || named.inherited,
      left,
      numbering: numbering
        ? { id: propertyOf(numbering, 'w:numId') ?? '0', level: wholeNumber(propertyOf(numbering, 'w:ilvl')) ?? 0 }
        : null,
      bold: on('w:b'),
      italic: on('w:i'),
      run: child(chain[0], 'w:rPr'),
    };
  }

  /** A style's own name and id come before those of what it is based on; an outline level makes a heading of what has no name. */
  private roleOf(id: string, chain: readonly XmlElement[]): { readonly role: ParagraphRole; readonly inherited: boolean } | null {
    const own = roleOfName(propertyOf(chain[0], 'w:name') ?? '') ?? roleOfName(id);
    if (own) return { role: own, inherited: false };
    const outline = chain.map((style) => wholeNumber(propertyOf(child(style, 'w:pPr'), 'w:outlineLvl'))).find((level) => level !== null);
    if (outline !== undefined && outline !== null && outline < 9) return { role: headingOf(outline), inherited: true };
    for (const style of chain.slice(1)) {
      const role = roleOfName(propertyOf(style, 'w:name') ?? '') ?? roleOfName(style.attributes.styleId ?? '');
      if (role) return { role, inherited: true };
    }
    return null;
  }

  private chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = [];
    for (let own = id; own !== undefined && chain.length < 20; own = propertyOf(chain.at(-1), 'w:basedOn')) {
      const style = this.elements.get(own);
      if (!style || chain.includes(style)) break;
      chain.push(style);
    }
    return chain;
  }
}

/** A heading of an outline level that counts from 0: the section's own heading is the first. */
export function headingOf(outline: number): ParagraphRole {
  if (outline === 0) return { kind: 'title' };
  return { kind: 'heading', level: Math.min(outline, 3) as 1 | 2 | 3 };
}

/** The left indent that properties of a paragraph state, in twentieths of a point. */
export function leftOf(properties: XmlElement | undefined): number | null {
  const indent = child(properties, 'w:ind');
  return wholeNumber(indent?.attributes.left ?? indent?.attributes.start);
}
