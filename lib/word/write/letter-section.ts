import { type FileChild, Paragraph, type ParagraphChild } from 'docx';
import type { LetterSection } from '@/lib/letter/letter-content';
import { isOpening } from '@/lib/letter/numbering/number-letter';
import { targetKey } from '@/lib/letter/references/reference-targets';
import { hasContent } from '@/lib/letter/walk-prose';
import { cleanLine } from '../clean-text';
import { sectionBookmark } from '../figure-tag';
import { writeBlocks } from './blocks/write-blocks';
import { textRuns } from './inline/text-runs';
import { TEXT_WIDTH } from './page';
import { quotedQuestion, saysLabel } from './quoted-question';
import { bookmarked } from './referred';
import type { Place, WriteContext } from './write-context';
import { bookmarkEnd, bookmarkStart } from './xml-element';

/** A section within its bookmark: heading, the quoted question where it answers one, text. The opening has no heading. */
export function letterSection(section: LetterSection, context: WriteContext): readonly FileChild[] {
  const id = context.ids.next();
  return [
    bookmarkStart(id, sectionBookmark(section.id)),
    ...(isOpening(section) ? [] : [sectionHeading(section, context)]),
    ...(section.question === null ? [] : quotedQuestion(section.question, section, hasContent(section.body), context)),
    ...writeBlocks(section.body.content ?? [], placeOf(section), context),
    bookmarkEnd(id),
  ];
}

function sectionHeading(section: LetterSection, context: WriteContext): Paragraph {
  const title = cleanLine(section.title);
  const key = targetKey('section', section.id);
  const runs = section.kind === 'annex' ? annexTitle(title) : bookmarked(questionKey(section, title), textRuns(title), context);
  const children = bookmarked(key, runs, context);
  return section.kind === 'annex' ? annexParagraph(children) : new Paragraph({ style: 'Heading1', children });
}

/** An annex begins on a new page; its number and title are one heading. */
export function annexHeading(title: string): Paragraph {
  return annexParagraph(annexTitle(title));
}

function annexTitle(title: string): readonly ParagraphChild[] {
  return textRuns(title === '' ? '' : `\u2013 ${title}`);
}

function annexParagraph(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({ style: 'AnnexHeading', pageBreakBefore: true, children });
}

/** A heading that says the question's label is the place of the question; elsewhere its label above the quotation is. */
function questionKey({ question }: LetterSection, title: string): string {
  return question !== null && saysLabel(title, question.label) ? targetKey('question', question.key) : '';
}

function placeOf(section: LetterSection): Place {
  const headings = isOpening(section) ? 'plain' : section.kind === 'annex' ? 'annex' : 'body';
  return { style: 'BodyText', indent: 0, width: TEXT_WIDTH, listDepth: 0, headings };
}
