import { nodeName } from '../compare/node-name';
import { figureKey } from '../figures/collect-figures';
import type { LetterContent } from '../letter-content';
import { captionOf } from '../numbering/number-letter';
import type { ProseNode } from '../schema/prose-node';
import { hasContent, textAttribute } from '../walk-prose';
import { inlineProtections, protectionOfNode } from './inline-protections';

/** The mark of words for which confidential treatment is asked, and of the brackets around them. Only files have it. */
export const CONFIDENTIAL_PART = 'confidentialPart';

/**
 * The letter with brackets around each part that is held back, so that staff sees what is to be kept apart: around stretches of words,
 * blocks, rows and notes; a table or chart of a run says so in its caption and in a line below it. Nothing is taken out.
 */
export function bracketConfidential(content: LetterContent): LetterContent {
  const nameOf = (node: ProseNode): string => {
    const key = figureKey({ figureId: textAttribute(node, 'figureId') ?? '', runId: textAttribute(node, 'runId') ?? '' });
    return content.figures[key]?.name ?? '';
  };
  return { ...content, sections: content.sections.map((section) => ({ ...section, body: bracketed(section.body, nameOf) })) };
}

/** What a figure is called that has no caption of its own. */
type NameOf = (node: ProseNode) => string;

function bracketed(node: ProseNode, nameOf: NameOf): ProseNode {
  if (TEXT_BLOCKS.has(node.type)) return node.content ? { ...node, content: bracketWords(node.content, nameOf) } : node;
  if (!node.content) return node;
  return { ...node, content: node.content.flatMap((child) => bracketBlock(child, nameOf)) };
}

function bracketBlock(node: ProseNode, nameOf: NameOf): ProseNode[] {
  if (protectionOfNode(node) === null || !hasContent(node)) return [bracketed(node, nameOf)];
  if (node.type === 'figureTable' || node.type === 'figureChart') {
    const what = node.type === 'figureTable' ? 'table' : 'chart';
    const caption = `[Confidential: ${captionOf(node) ?? nameOf(node)}`;
    return [{ ...node, attrs: { ...node.attrs, caption } }, line(node, `Confidential ${what} ends]`, 'ends')];
  }
  const blocks = textBlocksOf(node);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return [line(node, '[Confidential part begins', 'begins'), node, line(node, 'Confidential part ends]', 'ends')];
  return [within(node, first, last)];
}

/** A block of which everything is held back: all its words marked, brackets at its first and last word. */
function within(node: ProseNode, first: ProseNode, last: ProseNode): ProseNode {
  if (!TEXT_BLOCKS.has(node.type)) return { ...node, content: (node.content ?? []).map((child) => within(child, first, last)) };
  const words = (node.content ?? []).map(marked);
  return { ...node, content: [...(node === first ? [BEGINS] : []), ...words, ...(node === last ? [ENDS] : [])] };
}

function textBlocksOf(node: ProseNode): ProseNode[] {
  if (TEXT_BLOCKS.has(node.type)) return hasContent(node) ? [node] : [];
  return (node.content ?? []).flatMap(textBlocksOf);
}

function bracketWords(nodes: readonly ProseNode[], nameOf: NameOf): ProseNode[] {
  const kinds = inlineProtections(nodes);
  const out: ProseNode[] = [];
  nodes.forEach((node, index) => {
    const held = kinds[index] !== null;
    if (held && (index === 0 || kinds[index - 1] === null)) out.push(BEGINS);
    out.push(held ? marked(node) : bracketed(node, nameOf));
    if (held && (index === nodes.length - 1 || kinds[index + 1] === null)) out.push(ENDS);
  });
  return out;
}

/** A node of a line as a confidential part; the words of a note have brackets of their own. */
function marked(node: ProseNode): ProseNode {
  if (node.type !== 'footnote') return { ...node, marks: [...(node.marks ?? []), { type: CONFIDENTIAL_PART }] };
  const blocks = textBlocksOf(node);
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first && last ? within(node, first, last) : node;
}

const sign = (text: string): ProseNode => ({ type: 'text', text, marks: [{ type: 'bold' }, { type: CONFIDENTIAL_PART }] });
const BEGINS = sign('[');
const ENDS = sign(']');

function line(node: ProseNode, text: string, which: string): ProseNode {
  return { type: 'paragraph', attrs: { id: `${nodeName(node) ?? ''}-${which}` }, content: [sign(text)] };
}

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading']);
