import { boundFigures } from '@/lib/letter/figures/collect-figures';
import { figureState } from '@/lib/letter/figures/figure-state';
import type { Coverage, QuotedQuestion } from '@/lib/letter/letter-content';
import { plainTextOf } from '@/lib/letter/schema/plain-text';
import type { ServiceContext } from '../context/service-context';
import { getLetter, type LetterView } from './get-letter';
import { firmFigures } from './letter-figures';

export interface CoverageRow {
  readonly sectionId: string;
  readonly question: QuotedQuestion;
  readonly coverage: Coverage;
  readonly ownerId: string | null;
  readonly words: number;
  readonly figures: number;
  readonly staleFigures: number;
  readonly answer: string;
}

/** The letter's questions with how far each is answered, by whom, with how many words and figures. */
export async function letterCoverage(ctx: ServiceContext, letterId: string): Promise<{ letter: LetterView; rows: CoverageRow[] }> {
  const letter = await getLetter(ctx, letterId);
  const entries = new Map((await firmFigures(ctx.db, ctx.actor.firmId)).map((entry) => [entry.figureId, entry]));
  const rows = letter.sections.flatMap((section): CoverageRow[] => {
    if (section.question === null) return [];
    const answer = plainTextOf(section.body);
    const bound = boundFigures([section]);
    const stale = bound.filter((binding) => {
      const entry = entries.get(binding.figureId);
      return !entry || figureState(entry, binding.runId) !== 'current';
    });
    return [
      {
        sectionId: section.id,
        question: section.question,
        coverage: section.coverage,
        ownerId: section.ownerId,
        words: answer.split(/\s+/).filter((word) => word !== '').length,
        figures: bound.length,
        staleFigures: stale.length,
        answer,
      },
    ];
  });
  return { letter, rows };
}
