import { type FileChild, Paragraph } from 'docx';
import { targetKey } from '@/lib/letter/references/reference-targets';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent, textAttribute } from '@/lib/letter/walk-prose';
import { bookmarked } from '../bookmarked';
import { writeInline } from '../inline/write-inline';
import { trackForm } from '../tracked/track-paragraph';
import type { Place, WriteContext } from '../write-context';
import { blockForm } from './block-form';

/** A heading inside a section: one level below the section's own, numbered by its style. In the opening and in tables it has no number. */
export function writeHeading(node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  if (!hasContent(node)) return [];
  const key = targetKey('heading', textAttribute(node, 'id') ?? '');
  const formOf = (form: Pick<ProseNode, 'type' | 'attrs'>) => blockForm(form, place);
  return [
    new Paragraph({
      ...trackForm(node, formOf(node), formOf, context),
      children: bookmarked(key, writeInline(node.content ?? [], context), context),
    }),
  ];
}
