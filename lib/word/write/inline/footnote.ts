import { FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import type { WriteContext, WriteInline } from '../write-context';

/** A native footnote with all of its paragraphs. One with nothing in it is left out, so that no number stands for nothing. */
export function writeFootnote(node: ProseNode, context: WriteContext, writeInline: WriteInline): readonly ParagraphChild[] {
  const paragraphs = (node.content ?? []).filter(hasContent);
  if (paragraphs.length === 0) return [];
  const children = paragraphs.map((paragraph, index) => {
    const inline = writeInline((paragraph.content ?? []).flatMap(withoutFootnotes), context);
    return new Paragraph({
      style: 'FootnoteText',
      widowControl: true,
      children: index === 0 ? [new TextRun('\u00a0'), ...inline] : inline,
    });
  });
  return [new FootnoteReferenceRun({ children })];
}

/** Word has no footnotes in footnotes: the text of an inner one stands in its place. */
function withoutFootnotes(node: ProseNode): readonly ProseNode[] {
  if (node.type !== 'footnote') return [node];
  return (node.content ?? []).flatMap((paragraph) => (paragraph.content ?? []).flatMap(withoutFootnotes));
}
