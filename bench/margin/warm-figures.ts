import type { BenchFigure } from '../measure/figure';
import { growthFigure, timeFigure } from '../measure/figures-of';
import { timeWarm } from '../measure/time-warm';
import { LARGE, SMALL } from './sizes';

/** Files of the smaller and the larger portfolio. */
export interface SizedFiles {
  readonly small: string;
  readonly large: string;
}

/**
 * Warm times of both sizes and how they grow. The sizes take turns, so that both see the machine alike, after one turn that is not counted.
 */
export async function* warmFigures(
  name: string,
  run: (path: string) => Promise<unknown>,
  files: SizedFiles,
  n: number,
  about: string,
): AsyncGenerator<BenchFigure> {
  const small: number[] = [];
  const large: number[] = [];
  await run(files.small);
  await run(files.large);
  for (let turn = 0; turn < n; turn += 1) {
    small.push(...(await timeWarm(() => run(files.small), 1, 0)));
    large.push(...(await timeWarm(() => run(files.large), 1, 0)));
  }
  yield timeFigure(`${name}.10k.warm`, small, `${about}, same process`);
  yield timeFigure(`${name}.40k.warm`, large, `the same of ${LARGE} positions`);
  yield growthFigure(`${name}.growth`, { size: SMALL, times: small }, { size: LARGE, times: large });
}
