import type { Coverage, QuotedQuestion } from '@/lib/letter/letter-content';

/** A question and its answer as the coverage matrix shows them. */
export interface CoverageMatrixRow {
  readonly sectionId: string;
  readonly question: QuotedQuestion;
  readonly coverage: Coverage;
  readonly ownerId: string | null;
  readonly words: number;
  readonly figures: number;
  readonly staleFigures: number;
  readonly answer: string;
}
