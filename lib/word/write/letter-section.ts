import { type FileChild, type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import { cleanLine } from '@/lib/core/clean-text';
import { sameValue } from '@/lib/letter/compare/canonical-body';
import type { LetterSection } from '@/lib/letter/letter-content';
import { isOpening } from '@/lib/letter/numbering/number-letter';
import { targetKey } from '@/lib/letter/references/reference-targets';
import { trackWords } from '@/lib/letter/tracked/track-words';
import type { TrackedSection } from '@/lib/letter/tracked/tracked-content';
import { hasContent } from '@/lib/letter/walk-prose';
import { sectionBookmark } from '../figure-tag';
import { writeBlocks } from './blocks/write-blocks';
import { bookmarked } from './bookmarked';
import { commented } from './comments/comment-range';
import { textRuns } from './inline/text-runs';
import { writeInline } from './inline/write-inline';
import { quotedLines, quotedQuestion, saysLabel } from './quoted-question';
import { trackMark } from './tracked/track-paragraph';
import { trackRuns } from './tracked/track-runs';
import type { Place, TrackingContext, WriteContext } from './write-context';
import { bookmarkEnd, bookmarkStart } from './xml-element';

/**
 * A section within its bookmark: heading, the quoted question where it answers one, text. The opening has no heading. In a redline a section
 * may come or go as a whole; where one was moved, the bookmark is around the place where it is now.
 */
export function letterSection(section: TrackedSection, outer: WriteContext): readonly FileChild[] {
  const context = { ...outer, sectionId: section.id, ...(section.tracked ? { whole: section.tracked } : {}) };
  const id = context.ids.next();
  const blocks = [
    ...(isOpening(section) ? [] : [sectionHeading(section, context)]),
    ...sectionQuestion(section, context),
    ...writeBlocks(section.body.content ?? [], placeOf(section, context.textWidth), context),
  ];
  return section.id === '' ? blocks : [bookmarkStart(id, sectionBookmark(section.id)), ...blocks, bookmarkEnd(id)];
}

function sectionQuestion(section: TrackedSection, context: WriteContext): readonly FileChild[] {
  const answered = hasContent(section.body);
  const { question, tracked, titleBefore = section.title, questionBefore = question } = section;
  const was = { ...section, title: titleBefore, question: questionBefore };
  const written = (own: LetterSection, inside: WriteContext) =>
    own.question === null ? [] : quotedQuestion(own.question, own, answered, inside);
  const lines = (own: LetterSection) => (own.question === null ? [] : quotedLines(own.question, own));
  if (tracked || !context.tracker || sameValue(lines(was), lines(section))) return written(section, context);
  const by = context.tracker;
  return [
    ...written(was, { ...context, whole: { kind: 'deleted', ...by } }),
    ...written(section, { ...context, whole: { kind: 'inserted', ...by } }),
  ];
}

function sectionHeading(section: TrackedSection, context: WriteContext): Paragraph {
  const title = cleanLine(section.title);
  const key = targetKey('section', section.id);
  const [isAnnex, was] = [section.kind === 'annex', section.titleBefore];
  const words = isAnnex ? annexTitle : (text: string) => text;
  const runs =
    was === undefined || !context.tracker
      ? trackRuns(textRuns(words(title)), [], context)
      : writeInline(trackWords(words(cleanLine(was)), words(title), context.tracker), context);
  const named = bookmarked(key, isAnnex ? runs : bookmarked(questionKey(section, title), runs, context), context);
  const children = commented(context.threads?.bySection.get(section.id), named);
  const mark = trackMark(null, context);
  return isAnnex ? annexParagraph(children, mark) : new Paragraph({ style: 'Heading1', ...mark, children });
}

/** An annex begins on a new page; its number and title are one heading. */
export function annexHeading(title: string, context: TrackingContext): Paragraph {
  return annexParagraph(trackRuns(textRuns(annexTitle(title)), [], context), trackMark(null, context));
}

function annexTitle(title: string): string {
  return title === '' ? '' : `\u2013 ${title}`;
}

function annexParagraph(children: readonly ParagraphChild[], mark: Pick<IParagraphOptions, 'run'>): Paragraph {
  return new Paragraph({ style: 'AnnexHeading', pageBreakBefore: true, ...mark, children });
}

/** A heading that says the question's label is the place of the question; elsewhere its label above the quotation is. */
function questionKey({ question }: LetterSection, title: string): string {
  return question !== null && saysLabel(title, question.label) ? targetKey('question', question.key) : '';
}

function placeOf(section: LetterSection, textWidth: number): Place {
  const headings = isOpening(section) ? 'plain' : section.kind === 'annex' ? 'annex' : 'body';
  return { style: 'BodyText', indent: 0, width: textWidth, listDepth: 0, headings };
}
