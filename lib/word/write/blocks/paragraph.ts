import { type FileChild, type IParagraphOptions, Paragraph } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import { writeInline } from '../inline/write-inline';
import type { Place, WriteContext } from '../write-context';

/** A paragraph in the style of its place. An empty one is left out: distance is the styles' business. */
export function writeParagraph(
  node: ProseNode,
  place: Place,
  context: WriteContext,
  more: Omit<IParagraphOptions, 'children' | 'text'> = {},
): readonly FileChild[] {
  if (!hasContent(node)) return [];
  return [
    new Paragraph({
      style: place.style,
      widowControl: true,
      ...(place.indent > 0 ? { indent: { left: place.indent } } : {}),
      ...more,
      children: writeInline(node.content ?? [], context),
    }),
  ];
}
