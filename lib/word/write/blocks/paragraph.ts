import { type FileChild, Paragraph } from 'docx';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import { writeInline } from '../inline/write-inline';
import { type ParagraphForm, trackForm } from '../tracked/track-paragraph';
import type { Place, WriteContext } from '../write-context';
import { blockForm } from './block-form';

/**
 * A paragraph in the style of its place; `formOf` where it is formed otherwise, as the first one of a list item is. An empty one is left out:
 * distance is the styles' business.
 */
export function writeParagraph(
  node: ProseNode,
  place: Place,
  context: WriteContext,
  formOf: (form: Pick<ProseNode, 'type' | 'attrs'>) => ParagraphForm = (form) => blockForm(form, place),
): readonly FileChild[] {
  if (!hasContent(node)) return [];
  return [new Paragraph({ ...trackForm(node, formOf(node), formOf, context), children: writeInline(node.content ?? [], context) })];
}
