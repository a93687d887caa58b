import type { BenchFigure } from '../measure/figure';
import { comparisonFigures } from './comparison-figures';
import { methodFigures } from './method-figures';
import { readingFigures } from './reading-figures';
import { simmFigures } from './simm-figures';
import { varFigures } from './var-figures';

/** The figures of margin: methods, frameworks compared, files read. */
export async function* figures(folder: string): AsyncGenerator<BenchFigure> {
  yield* simmFigures(folder);
  yield* methodFigures(folder);
  yield* varFigures(folder);
  yield* comparisonFigures(folder);
  yield* readingFigures(folder);
}
