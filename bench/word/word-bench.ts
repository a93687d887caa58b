import type { BenchFigure } from '../measure/figure';
import { letterFigures } from './letter-figures';
import { redlineFigures } from './redline-figures';

/** The figures of Word: a long letter written, beside pandoc; its redline; the file read back. */
export async function* figures(folder: string): AsyncGenerator<BenchFigure> {
  yield* letterFigures(folder);
  yield* redlineFigures(folder);
}
