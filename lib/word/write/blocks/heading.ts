import { type FileChild, Paragraph } from 'docx';
import { headingLevel } from '@/lib/letter/numbering/number-letter';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { hasContent } from '@/lib/letter/walk-prose';
import { writeInline } from '../inline/write-inline';
import type { Place, WriteContext } from '../write-context';

/** A heading inside a section: one level below the section's own, numbered by its style. In the opening and in tables it has no number. */
export function writeHeading(node: ProseNode, place: Place, context: WriteContext): readonly FileChild[] {
  if (!hasContent(node)) return [];
  const level = headingLevel(node) + 1;
  const style = { body: `Heading${level}`, annex: `AnnexHeading${level}`, plain: 'PlainHeading' }[place.headings];
  return [new Paragraph({ style, children: writeInline(node.content ?? [], context) })];
}
