import { type FileChild, Paragraph } from 'docx';
import type { LetterSection } from '@/lib/letter/letter-content';
import { isOpening } from '@/lib/letter/numbering/number-letter';
import { hasContent } from '@/lib/letter/walk-prose';
import { cleanLine } from '../clean-text';
import { sectionBookmark } from '../figure-tag';
import { writeBlocks } from './blocks/write-blocks';
import { textRuns } from './inline/text-runs';
import { TEXT_WIDTH } from './page';
import { quotedQuestion } from './quoted-question';
import type { Place, WriteContext } from './write-context';
import { bookmarkEnd, bookmarkStart } from './xml-element';

/** A section within its bookmark: heading, the quoted question where it answers one, text. The opening has no heading. */
export function letterSection(section: LetterSection, context: WriteContext): readonly FileChild[] {
  const id = context.ids.next();
  return [
    bookmarkStart(id, sectionBookmark(section.id)),
    ...(isOpening(section) ? [] : [sectionHeading(section)]),
    ...(section.question === null ? [] : quotedQuestion(section.question, section, hasContent(section.body))),
    ...writeBlocks(section.body.content ?? [], placeOf(section), context),
    bookmarkEnd(id),
  ];
}

function sectionHeading(section: LetterSection): Paragraph {
  const title = cleanLine(section.title);
  if (section.kind !== 'annex') return new Paragraph({ style: 'Heading1', children: textRuns(title) });
  return annexHeading(title);
}

/** An annex begins on a new page; its number and title are one heading. */
export function annexHeading(title: string): Paragraph {
  return new Paragraph({ style: 'AnnexHeading', pageBreakBefore: true, children: textRuns(title === '' ? '' : `\u2013 ${title}`) });
}

function placeOf(section: LetterSection): Place {
  const headings = isOpening(section) ? 'plain' : section.kind === 'annex' ? 'annex' : 'body';
  return { style: 'BodyText', indent: 0, width: TEXT_WIDTH, listDepth: 0, headings };
}
