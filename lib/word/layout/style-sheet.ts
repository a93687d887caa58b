import { type ParagraphFormat, PLAIN_PARAGRAPH, PLAIN_RUN, type RunFormat, withParagraphProperties, withRunProperties } from './formats';
import { attributeOf, childOf, childrenOf, contentOf, type Formatted, isElement, nameOf } from './formatted';
import type { Lists } from './lists';

interface Style {
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
}

/** The formats of a document's styles, each with those that it is based on. */
export class StyleSheet {
  private readonly elements = new Map<string, Formatted>();
  private readonly resolved = new Map<string, Style>();
  private readonly defaults: Style;

  /** Styles as they are written (`w:styles`); indents of numbered styles come from the lists. */
  constructor(
    styles: Formatted,
    private readonly lists: Lists,
  ) {
    const defaults = childOf(styles, 'w:docDefaults');
    this.defaults = {
      paragraph: withParagraphProperties(PLAIN_PARAGRAPH, childOf(childOf(defaults, 'w:pPrDefault'), 'w:pPr')),
      run: withRunProperties(PLAIN_RUN, childOf(childOf(defaults, 'w:rPrDefault'), 'w:rPr')),
    };
    for (const style of childrenOf(styles)) {
      const id = nameOf(style) === 'w:style' ? attributeOf(style, 'w:styleId') : undefined;
      if (id !== undefined) this.elements.set(id, style);
    }
  }

  /** A paragraph's format and that of its text, by its properties. */
  paragraph(properties: Formatted | undefined): Style {
    const style = this.style(attributeOf(childOf(properties, 'w:pStyle'), 'w:val') ?? 'Normal');
    if (properties === undefined || isStyleAlone(properties)) return style;
    return { paragraph: this.lists.indented(style.paragraph, properties), run: style.run };
  }

  /** A run's format in a paragraph, by its properties. */
  run(inParagraph: RunFormat, properties: Formatted | undefined): RunFormat {
    if (properties === undefined) return inParagraph;
    const style = attributeOf(childOf(properties, 'w:rStyle'), 'w:val');
    const styled = style === undefined ? inParagraph : withRunProperties(inParagraph, childOf(this.elements.get(style), 'w:rPr'));
    return withRunProperties(styled, properties);
  }

  private style(id: string): Style {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const element = this.elements.get(id);
    const base = attributeOf(childOf(element, 'w:basedOn'), 'w:val');
    this.resolved.set(id, this.defaults);
    const inherited = base === undefined ? this.defaults : this.style(base);
    const style = {
      paragraph: this.lists.indented(inherited.paragraph, childOf(element, 'w:pPr')),
      run: withRunProperties(inherited.run, childOf(element, 'w:rPr')),
    };
    this.resolved.set(id, style);
    return style;
  }
}

/** Nothing but the style itself is said, which is what most paragraphs do. */
function isStyleAlone(properties: Formatted): boolean {
  const content = contentOf(properties);
  return content.length === 1 && isElement(content[0]) && 'w:pStyle' in content[0];
}
