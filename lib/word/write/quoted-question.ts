import { type FileChild, Paragraph } from 'docx';
import type { LetterSection, QuotedQuestion } from '@/lib/letter/letter-content';
import { cleanLine, cleanText } from '../clean-text';
import { textRuns } from './inline/text-runs';

/** A quotation of at most this many characters, about twenty lines, is kept on one page. */
const SHORT = 1500;

/**
 * The question as the request puts it, above the answer: its label where the heading does not say it already, its text, its lettered parts.
 * A short one stays together, and with the first lines of the answer where there is one; a long one may break, so that no page is left
 * half empty.
 */
export function quotedQuestion(question: QuotedQuestion, section: Pick<LetterSection, 'title'>, answered: boolean): readonly FileChild[] {
  const label = cleanLine(question.label);
  const labelled = label !== '' && label.toLowerCase() !== cleanLine(section.title).toLowerCase();
  const texts = cleanText(question.text)
    .split(/\n+/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const quoted: readonly Quoted[] = [
    ...(texts.length === 0 && labelled ? [''] : texts).map((text): Quoted => ({ style: 'Question', text })),
    ...question.parts.map((part): Quoted => ({ style: 'QuestionPart', text: `${partLabel(part.label)}\t${cleanLine(part.text)}` })),
  ];
  const short = quoted.reduce((total, { text }) => total + text.length, 0) <= SHORT;
  return quoted.map(({ style, text }, index) => {
    const head = index === 0 && labelled ? textRuns(`${label.replace(/[.:]$/, '')}. `, { bold: true, italics: false }) : [];
    const last = index === quoted.length - 1;
    return new Paragraph({
      style,
      widowControl: true,
      keepLines: text.length <= SHORT,
      keepNext: short && (!last || answered),
      children: [...head, ...textRuns(text)],
    });
  });
}

interface Quoted {
  readonly style: 'Question' | 'QuestionPart';
  readonly text: string;
}

/** A bare "a" is "(a)"; a label that brings its own punctuation stays. */
function partLabel(label: string): string {
  const bare = cleanLine(label);
  return /^\w+$/.test(bare) ? `(${bare})` : bare;
}
