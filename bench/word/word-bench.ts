import type { BenchFigure } from '../measure/figure';
import { letterFigures } from './letter-figures';

/** The figures of Word: a long letter written, beside pandoc. */
export async function* figures(folder: string): AsyncGenerator<BenchFigure> {
  yield* letterFigures(folder);
}
