import type { LetterContent } from '../letter-content';
import { type LetterTerm, letterTerms, type TermPlace, type TermProblem } from '../terms/letter-terms';
import type { LetterFinding } from './letter-finding';

/** Defined terms that are used before they are defined, defined more than once, or never used. */
export function checkTerms(content: LetterContent): readonly LetterFinding[] {
  const titles = new Map(content.sections.map(({ id, title }) => [id, title]));
  return letterTerms(content).terms.flatMap((term) =>
    term.problems.map((problem): LetterFinding => {
      const at = placeOf(problem, term);
      const label = titles.get(at?.sectionId ?? '') ?? '';
      const place = { sectionId: at?.sectionId ?? null, nodeId: at?.blockId ?? null, label };
      return { severity: 'warning', code: `term-${problem}`, message: `"${term.term}" ${SAYS[problem]}.`, place };
    }),
  );
}

const SAYS: Readonly<Record<TermProblem, string>> = {
  'used-before-defined': 'is used before it is defined',
  'defined-twice': 'is defined more than once',
  'never-used': 'is defined and never used',
};

/** The place to look at: where it is used too early, defined again, or defined for nothing. */
function placeOf(problem: TermProblem, { definitions, uses }: LetterTerm): TermPlace | undefined {
  if (problem === 'used-before-defined') return uses[0];
  return problem === 'defined-twice' ? definitions[1] : definitions[0];
}
