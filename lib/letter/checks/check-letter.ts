import type { FigureEntry } from '../figures/figure-entry';
import type { LetterContent, QuotedQuestion } from '../letter-content';
import { checkCoverage } from './check-coverage';
import { checkFigures } from './check-figures';
import { checkFurniture } from './check-furniture';
import type { LetterFinding } from './letter-finding';

export interface LetterCheckInput {
  readonly content: LetterContent;
  /** All questions of the request version that the letter answers. */
  readonly questions: readonly QuotedQuestion[];
  /** The firm's published figures as they stand today. */
  readonly figures: readonly FigureEntry[];
}

/** Everything to mend before the letter is filed, errors first, then in the letter's order. */
export function checkLetter({ content, questions, figures }: LetterCheckInput): readonly LetterFinding[] {
  const findings = [...checkFurniture(content.furniture), ...checkCoverage(questions, content.sections), ...checkFigures(content, figures)];
  return [...findings.filter((finding) => finding.severity === 'error'), ...findings.filter((finding) => finding.severity !== 'error')];
}
