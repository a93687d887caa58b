import { cleanText } from '@/lib/core/clean-text';
import { webAddress } from '@/lib/core/web-address';
import { INLINE_NODES } from '../schema/inline-nodes';
import type { ProseMark, ProseNode } from '../schema/prose-node';
import { isSafeHref } from '../schema/safe-href';
import { hasContent } from '../walk-prose';

/** The inline nodes of a line of text as a Word file holds them: clean characters, line ends as breaks, marks that are formatting. */
export function heldInline(nodes: readonly ProseNode[]): ProseNode[] {
  return nodes.flatMap((node): readonly ProseNode[] => {
    if (node.type === 'text') return heldText(node);
    if (node.type === 'footnote') return heldFootnote(node);
    if (!INLINE_NODES.has(node.type)) return heldInline(node.content ?? []);
    return [{ type: node.type, ...(node.attrs ? { attrs: node.attrs } : {}) }];
  });
}

function heldText(node: ProseNode): ProseNode[] {
  const marks = heldMarks(node.marks ?? []);
  return cleanText(node.text ?? '')
    .split('\n')
    .flatMap((text, index): ProseNode[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' }]),
      ...(text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }]),
    ]);
}

/** The marks that a run's formatting can say, each once. Raised goes before lowered: a run is one of them. */
function heldMarks(marks: readonly ProseMark[]): ProseMark[] {
  const types = new Set(marks.map(({ type }) => type));
  if (types.has('superscript')) types.delete('subscript');
  const held: ProseMark[] = FORMATTING.filter((type) => types.has(type)).map((type) => ({ type }));
  const href = marks.find(({ type }) => type === 'link')?.attrs?.href;
  if (isSafeHref(href)) held.push({ type: 'link', attrs: { href: webAddress(href) } });
  return held;
}

const FORMATTING = ['bold', 'italic', 'underline', 'strike', 'smallCaps', 'superscript', 'subscript'];

function heldFootnote(node: ProseNode): readonly ProseNode[] {
  const written = (node.content ?? []).filter(hasContent);
  if (written.length === 0) return [];
  const paragraphs = written
    .map((paragraph) => ({ ...named(paragraph), content: heldInline((paragraph.content ?? []).flatMap(withoutFootnotes)) }))
    .filter(hasContent);
  return [{ ...named(node), content: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }] }];
}

/** Word has no footnotes in footnotes: the text of an inner one stands in its place. */
function withoutFootnotes(node: ProseNode): readonly ProseNode[] {
  if (node.type !== 'footnote') return [node];
  return (node.content ?? []).flatMap((paragraph) => (paragraph.content ?? []).flatMap(withoutFootnotes));
}

/** A node with its name and nothing else. */
export function named(node: ProseNode): ProseNode {
  return { type: node.type, ...(node.attrs?.id === undefined ? {} : { attrs: { id: node.attrs.id } }) };
}
