import type { ProseNode } from './prose-node';

export interface PlainTextOptions {
  /** The words of a figure or citation, which the text itself does not hold; by default they read as nothing. */
  readonly atomText?: (node: ProseNode) => string;
  /** Whether footnotes are part of the text, in brackets at their place. By default they are. */
  readonly footnotes?: boolean;
}

const TEXT_BLOCKS = new Set(['paragraph', 'heading']);

/** The words of a node as plain text: a line per block of text, cells of a row apart by a tab, footnotes in brackets at their place. */
export function plainTextOf(node: ProseNode, options: PlainTextOptions = {}): string {
  return blocksOf(node, options).join('\n');
}

function blocksOf(node: ProseNode, options: PlainTextOptions): string[] {
  if (node.type === 'text') return [node.text ?? ''];
  if (TEXT_BLOCKS.has(node.type)) return [(node.content ?? []).map((child) => inlineText(child, options)).join('')];
  if (node.type === 'tableRow') return [(node.content ?? []).map((cell) => blocksOf(cell, options).join(' ')).join('\t')];
  if (!node.content || node.content.length === 0) {
    const text = options.atomText?.(node) ?? '';
    return text === '' ? [] : [text];
  }
  return joinLooseInline(node.content, options);
}

/** Blocks as lines; text that stands where only blocks belong is one line per run of it. */
function joinLooseInline(children: readonly ProseNode[], options: PlainTextOptions): string[] {
  const lines: string[] = [];
  let loose = '';
  for (const child of children) {
    if (child.type === 'text' || child.type === 'hardBreak') loose += inlineText(child, options);
    else {
      if (loose !== '') lines.push(loose);
      loose = '';
      lines.push(...blocksOf(child, options));
    }
  }
  if (loose !== '') lines.push(loose);
  return lines;
}

function inlineText(node: ProseNode, options: PlainTextOptions): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'footnote') {
    if (options.footnotes === false) return '';
    const text = (node.content ?? []).flatMap((paragraph) => blocksOf(paragraph, options)).join(' ');
    return text === '' ? '' : ` [${text}]`;
  }
  if (node.content && node.content.length > 0) return joinLooseInline(node.content, options).join(' ');
  return options.atomText?.(node) ?? '';
}
