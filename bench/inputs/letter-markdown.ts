import type { FigureValue } from '@/lib/letter/figures/figure';
import { formatFigure } from '@/lib/letter/figures/format-figure';
import type { LetterContent, LetterSection } from '@/lib/letter/letter-content';
import { captionOf } from '@/lib/letter/numbering/number-letter';
import type { ProseNode } from '@/lib/letter/schema/prose-node';

/**
 * The letter's words as pandoc's Markdown: headings, quoted questions, paragraphs, lists, footnotes and tables. A chart becomes its caption and its text for
 * readers who cannot see it. Throws for a kind of node that the letter of the benchmark does not have.
 */
export function letterMarkdown(content: LetterContent): string {
  const notes: string[] = [];
  const write = new Writer(content.figures, notes);
  const { letterhead, deliveryLine, addressees, reLines, salutation, closing, signatories } = content.furniture;
  const lines = (texts: readonly string[]) => texts.map(escaped).join('\\\n');
  return [
    lines([letterhead.firm, ...letterhead.lines]),
    lines([deliveryLine]),
    ...addressees.map((addressee) => lines(addressee.lines)),
    ...reLines.map(escaped),
    escaped(salutation),
    ...content.sections.flatMap((section) => write.section(section)),
    escaped(closing),
    ...signatories.map(({ name, title, entity }) => lines([name, title, entity])),
    ...notes,
    '',
  ].join('\n\n');
}

class Writer {
  constructor(
    private readonly figures: LetterContent['figures'],
    private readonly notes: string[],
  ) {}

  section({ kind, title, question, body }: LetterSection): string[] {
    return [
      ...(kind === 'introduction' ? [] : [`# ${escaped(title)}`]),
      ...(question === null ? [] : [`> **${escaped(question.label)}.** ${escaped(question.text)}`]),
      ...(body.content ?? []).map((node) => this.block(node)),
    ];
  }

  private block(node: ProseNode): string {
    const children = node.content ?? [];
    if (node.type === 'paragraph') return this.inline(children);
    if (node.type === 'heading') return `## ${this.inline(children)}`;
    if (node.type === 'bulletList') return children.map((item) => `- ${this.words(item)}`).join('\n');
    if (node.type === 'table') return table(children.map((row) => (row.content ?? []).map((cell) => this.words(cell))));
    if (node.type === 'figureTable' || node.type === 'figureChart') return this.exhibit(node);
    throw new RangeError(`The Markdown of a letter has no ${node.type}.`);
  }

  /** The text of a node that holds paragraphs, on one line. */
  private words(node: ProseNode): string {
    return (node.content ?? []).map((paragraph) => this.inline(paragraph.content ?? [])).join(' ');
  }

  private inline(nodes: readonly ProseNode[]): string {
    return nodes.map((node) => this.run(node)).join('');
  }

  private run(node: ProseNode): string {
    if (node.type === 'text') {
      const text = escaped(node.text ?? '');
      return node.marks?.some(({ type }) => type === 'italic') ? `*${text}*` : text;
    }
    if (node.type === 'figureNumber') {
      const value = this.value(node);
      if (value.kind === 'number') return escaped(formatFigure(value.value, value.format));
    }
    if (node.type === 'footnote') {
      const number = this.notes.length + 1;
      this.notes.push(`[^${number}]: ${this.words(node)}`);
      return `[^${number}]`;
    }
    throw new RangeError(`The Markdown of a letter has no ${node.type} in a line.`);
  }

  private exhibit(node: ProseNode): string {
    const value = this.value(node);
    const caption = escaped(captionOf(node) ?? '');
    if (value.kind === 'chart') return `${caption}\n\n${escaped(value.altText)}`;
    if (value.kind === 'number') throw new RangeError('A number is no exhibit.');
    const cells = value.rows.map((row) =>
      value.columns.map(({ key, format }) => {
        const cell = row[key] ?? '';
        return escaped(format === null ? cell : formatFigure(cell, format, 'cell'));
      }),
    );
    return `${table([value.columns.map(({ label }) => escaped(label)), ...cells])}\n\n: ${caption}`;
  }

  private value(node: ProseNode): FigureValue {
    const value = this.figures[`${node.attrs?.figureId}@${node.attrs?.runId}`]?.value;
    if (value === undefined) throw new RangeError('A figure of the letter has no value.');
    return value;
  }
}

/** The first row is the head. */
function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Without anything that Markdown would read as markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~^$@]/g, '\\$&');
}
