import { coverageOf, type QuestionCoverage } from '../coverage/coverage-of';
import type { LetterSection, QuotedQuestion } from '../letter-content';
import { hasContent } from '../walk-prose';
import type { LetterFinding } from './letter-finding';

/** Questions that nobody takes up or that are still open, and answers in which nothing is written. */
export function checkCoverage(questions: readonly QuotedQuestion[], sections: readonly LetterSection[]): readonly LetterFinding[] {
  const gaps = coverageOf(questions, sections).questions.flatMap(gapOf);
  const empty = sections
    .filter((section) => section.kind !== 'question' || section.coverage !== 'open')
    .filter((section) => section.coverage !== 'not-applicable' || section.kind !== 'question')
    .filter((section) => !hasContent(section.body))
    .map(emptyFinding);
  return [...gaps, ...empty];
}

function gapOf(question: QuestionCoverage): LetterFinding[] {
  const place = { sectionId: question.sectionIds[0] ?? null, nodeId: null, label: question.label };
  if (question.status === 'missing') {
    return [{ severity: 'error', code: 'question-missing', message: `No section of the letter takes up ${question.label}.`, place }];
  }
  if (question.status === 'open') {
    return [{ severity: 'error', code: 'question-open', message: `${question.label} is neither answered nor declined.`, place }];
  }
  return [];
}

function emptyFinding(section: LetterSection): LetterFinding {
  const answer = section.kind === 'question';
  return {
    severity: answer ? 'error' : 'warning',
    code: answer ? 'answer-empty' : 'section-empty',
    message: answer
      ? `"${section.title}" is marked ${section.coverage}, but nothing is written in it.`
      : `Nothing is written in "${section.title}".`,
    place: { sectionId: section.id, nodeId: null, label: section.title },
  };
}
