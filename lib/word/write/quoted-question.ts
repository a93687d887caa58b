import { type FileChild, Paragraph } from 'docx';
import type { LetterSection, QuotedQuestion } from '@/lib/letter/letter-content';
import { cleanLine, cleanText } from '../clean-text';
import { textRuns } from './inline/text-runs';

/**
 * The question as the request puts it, above the answer: its label where the heading does not say it already, its text, its lettered parts.
 */
export function quotedQuestion(question: QuotedQuestion, section: Pick<LetterSection, 'title'>): readonly FileChild[] {
  const label = cleanLine(question.label);
  const labelled = label !== '' && label.toLowerCase() !== cleanLine(section.title).toLowerCase();
  const texts = cleanText(question.text)
    .split(/\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const paragraphs = (texts.length === 0 && labelled ? [''] : texts).map((text, index) => {
    const head = index === 0 && labelled ? textRuns(`${label.replace(/[.:]$/, '')}. `, { bold: true, italics: false }) : [];
    return new Paragraph({ style: 'Question', widowControl: true, children: [...head, ...textRuns(text)] });
  });
  const parts = question.parts.map(
    (part) =>
      new Paragraph({
        style: 'QuestionPart',
        widowControl: true,
        children: textRuns(`${partLabel(part.label)}\t${cleanLine(part.text)}`),
      }),
  );
  return [...paragraphs, ...parts];
}

/** A bare "a" is "(a)"; a label that brings its own punctuation stays. */
function partLabel(label: string): string {
  const bare = cleanLine(label);
  return /^\w+$/.test(bare) ? `(${bare})` : bare;
}
