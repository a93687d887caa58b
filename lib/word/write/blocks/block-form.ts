import { headingLevel } from '@/lib/letter/numbering/number-letter';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import type { ParagraphForm } from '../tracked/track-paragraph';
import type { Place } from '../write-context';

/** Headings without a number look alike; their styles keep the level. */
const PLAIN = ['PlainHeading', 'PlainHeading2', 'PlainHeading3'] as const;

/** What a paragraph or heading looks like at a place. A heading is one level below the section's own, numbered by its style. */
export function blockForm(block: Pick<ProseNode, 'type' | 'attrs'>, place: Place): ParagraphForm {
  if (block.type === 'heading') {
    const level = headingLevel(block) + 1;
    return { style: { body: `Heading${level}`, annex: `AnnexHeading${level}`, plain: PLAIN[level - 2] }[place.headings] };
  }
  return { style: place.style, widowControl: true, ...(place.indent > 0 ? { indent: { left: place.indent } } : {}) };
}
