import type { Coverage, LetterSection, QuotedQuestion } from '../letter-content';
import { hasContent } from '../walk-prose';

/** How the letter deals with one question of the request. */
export interface QuestionCoverage {
  readonly key: string;
  readonly label: string;
  /** "missing" where no section of the letter takes the question up. */
  readonly status: Coverage | 'missing';
  readonly sectionIds: readonly string[];
  /** A section says that it answers but nothing is written in it. */
  readonly claimedEmpty: boolean;
}

export interface CoverageSummary {
  readonly questions: readonly QuestionCoverage[];
  readonly counts: Readonly<Record<Coverage | 'missing', number>>;
  /** Every question is answered, partly answered, declined or not applicable, and no answer is empty. */
  readonly complete: boolean;
}

/**
 * The request's questions against the letter's sections. A question that several sections take up is as far as the furthest of them, but only
 * "partly" while another of them is still open.
 */
export function coverageOf(questions: readonly QuotedQuestion[], sections: readonly LetterSection[]): CoverageSummary {
  const rows = questions.map((question) => coverageOfQuestion(question, sections));
  const counts = { open: 0, answered: 0, partly: 0, declined: 0, 'not-applicable': 0, missing: 0 };
  for (const row of rows) counts[row.status] += 1;
  const complete = rows.every((row) => row.status !== 'open' && row.status !== 'missing' && !row.claimedEmpty);
  return { questions: rows, counts, complete };
}

function coverageOfQuestion(question: QuotedQuestion, sections: readonly LetterSection[]): QuestionCoverage {
  const own = sections.filter((section) => section.question?.key === question.key);
  return {
    key: question.key,
    label: question.label,
    status: combined(own.map((section) => section.coverage)),
    sectionIds: own.map((section) => section.id),
    claimedEmpty: own.some((section) => claimsAnswer(section) && !hasContent(section.body)),
  };
}

/** Whether a section says that it answers its question, in whole or in part, or why it declines to. */
export function claimsAnswer(section: LetterSection): boolean {
  return section.coverage === 'answered' || section.coverage === 'partly' || section.coverage === 'declined';
}

const FURTHEST_FIRST: readonly Coverage[] = ['answered', 'partly', 'declined', 'not-applicable'];

function combined(states: readonly Coverage[]): Coverage | 'missing' {
  if (states.length === 0) return 'missing';
  const furthest = FURTHEST_FIRST.find((state) => states.includes(state)) ?? 'open';
  return furthest === 'answered' && states.includes('open') ? 'partly' : furthest;
}
