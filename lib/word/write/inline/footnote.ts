import { FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { targetKey } from '@/lib/letter/references/reference-targets';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent, textAttribute } from '@/lib/letter/walk-prose';
import { bookmarked } from '../bookmarked';
import { trackMark } from '../tracked/track-paragraph';
import { changesOf, trackRuns } from '../tracked/track-runs';
import type { WriteContext, WriteInline } from '../write-context';

/** A native footnote with all of its paragraphs. One with nothing in it is left out, so that no number stands for nothing. */
export function writeFootnote(node: ProseNode, context: WriteContext, writeInline: WriteInline): readonly ParagraphChild[] {
  const paragraphs = (node.content ?? []).filter(hasContent);
  if (paragraphs.length === 0) return [];
  // what it says comes or goes with its mark
  const inside: WriteContext = { ...context, whole: changesOf(node.marks, context).at(-1) ?? null };
  const children = paragraphs.map((paragraph, index) => {
    const inline = writeInline((paragraph.content ?? []).flatMap(withoutFootnotes), inside);
    const isLast = index === paragraphs.length - 1;
    return new Paragraph({
      style: 'FootnoteText',
      widowControl: true,
      ...(isLast ? {} : trackMark(paragraph, inside)),
      children: index === 0 ? [...trackRuns([new TextRun('\u00a0')], [], inside), ...inline] : inline,
    });
  });
  const mark = trackRuns([new FootnoteReferenceRun({ children })], node.marks, context);
  return bookmarked(targetKey('footnote', textAttribute(node, 'id') ?? ''), mark, context);
}

/** Word has no footnotes in footnotes: the text of an inner one stands in its place. */
function withoutFootnotes(node: ProseNode): readonly ProseNode[] {
  if (node.type !== 'footnote') return [node];
  return (node.content ?? []).flatMap((paragraph) => (paragraph.content ?? []).flatMap(withoutFootnotes));
}
