import type { FigureEntry } from '../figures/figure-entry';
import type { LetterContent, QuotedQuestion } from '../letter-content';
import { checkCitations } from './check-citations';
import { checkCoverage } from './check-coverage';
import { checkFigures } from './check-figures';
import { checkFurniture } from './check-furniture';
import { type CheckedBuild, checkHeldBack } from './check-held-back';
import { type CheckSeverities, withSeverities } from './check-kinds';
import { checkOpenWork, type OpenWork } from './check-open-work';
import { checkReferences } from './check-references';
import { checkTerms } from './check-terms';
import { checkTypedNumbers } from './check-typed-numbers';
import type { LetterFinding } from './letter-finding';

export interface LetterCheckInput {
  readonly content: LetterContent;
  /** All questions of the request version that the letter answers. */
  readonly questions: readonly QuotedQuestion[];
  /** The firm's published figures as they stand today. */
  readonly figures: readonly FigureEntry[];
  /** What waits in its sections; nothing where absent. */
  readonly work?: OpenWork;
  /** What was found elsewhere. */
  readonly further?: readonly LetterFinding[];
  /** The file that it is checked for: the clean one where absent. */
  readonly build?: CheckedBuild;
  /** What the firm decided about kinds of findings. */
  readonly severities?: CheckSeverities;
}

/** Everything to mend before the letter is filed, errors first, then in the letter's order. */
export function checkLetter({
  content,
  questions,
  figures,
  work,
  further,
  build = 'clean',
  severities = {},
}: LetterCheckInput): readonly LetterFinding[] {
  const findings = [
    ...checkFurniture(content.furniture),
    ...checkCoverage(questions, content.sections),
    ...checkFigures(content, figures),
    ...checkTypedNumbers(content, figures),
    ...checkReferences(content),
    ...checkCitations(content),
    ...checkTerms(content),
    ...checkHeldBack(content, build),
    ...(work ? checkOpenWork(content.sections, work) : []),
    ...(further ?? []),
  ];
  return withSeverities(findings, severities);
}
