import { type FileChild, Paragraph, type ParagraphChild } from 'docx';
import { cleanLine, cleanText } from '@/lib/core/clean-text';
import type { LetterSection, QuotedQuestion } from '@/lib/letter/letter-content';
import { bareLabel, targetKey } from '@/lib/letter/references/reference-targets';
import { bookmarked } from './bookmarked';
import { textRuns } from './inline/text-runs';
import { trackMark } from './tracked/track-paragraph';
import { trackRuns } from './tracked/track-runs';
import type { WriteContext } from './write-context';

/** A quotation of at most this many characters, about twenty lines, is kept on one page. */
const SHORT = 1500;

/**
 * The question as the request puts it, above the answer: its label where the heading does not say it already, its text, its lettered parts.
 * A short one stays together, and with the first lines of the answer where there is one; a long one may break, so that no page is left
 * half empty.
 */
export function quotedQuestion(
  question: QuotedQuestion,
  section: Pick<LetterSection, 'title'>,
  answered: boolean,
  context: WriteContext,
): readonly FileChild[] {
  const quoted = quotedLines(question, section);
  const short = quoted.reduce((total, { text }) => total + text.length, 0) <= SHORT;
  return quoted.map(({ style, label, text }, index) => {
    const last = index === quoted.length - 1;
    return new Paragraph({
      style,
      widowControl: true,
      keepLines: text.length <= SHORT,
      keepNext: short && (!last || answered),
      ...trackMark(null, context),
      children: [...(label === '' ? [] : labelRuns(label, question, context)), ...trackRuns(textRuns(text), [], context)],
    });
  });
}

/** The paragraphs of a quoted question: the label before the words of the first, where the heading does not say it, and the words. */
export function quotedLines(question: QuotedQuestion, section: Pick<LetterSection, 'title'>): readonly QuotedLine[] {
  const label = saysLabel(section.title, question.label) ? '' : bareLabel(cleanLine(question.label));
  const texts = cleanText(question.text)
    .split(/\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const lines = [
    ...(texts.length === 0 && label !== '' ? [''] : texts).map((text) => ({ style: 'Question' as const, text })),
    ...question.parts.map((part) => ({ style: 'QuestionPart' as const, text: `${partLabel(part.label)}\t${cleanLine(part.text)}` })),
  ];
  return lines.map((line, index) => ({ ...line, label: index === 0 ? label : '' }));
}

/** Whether a heading says a question's label already. */
export function saysLabel(title: string, label: string): boolean {
  return cleanLine(label) !== '' && cleanLine(title).toLowerCase() === cleanLine(label).toLowerCase();
}

function labelRuns(label: string, question: QuotedQuestion, context: WriteContext): readonly ParagraphChild[] {
  const look = { bold: true, italics: false };
  const said = trackRuns(textRuns(label, look), [], context);
  return [...bookmarked(targetKey('question', question.key), said, context), ...trackRuns(textRuns('. ', look), [], context)];
}

interface QuotedLine {
  readonly style: 'Question' | 'QuestionPart';
  /** of the first alone; '' for none */
  readonly label: string;
  readonly text: string;
}

/** A bare "a" is "(a)"; a label that brings its own punctuation stays. */
function partLabel(label: string): string {
  const bare = cleanLine(label);
  return /^\w+$/.test(bare) ? `(${bare})` : bare;
}
