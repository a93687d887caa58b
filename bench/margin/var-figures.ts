import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBenchPnl } from '../inputs/pnl';
import { benchPositions, CUSTOMERS } from '../inputs/positions';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, timeFigure } from '../measure/figures-of';
import { timeNodeOften } from '../measure/time-process';
import { timeWarm } from '../measure/time-warm';
import { COLD_RUNS, SMALL, WARM_RUNS } from './sizes';
import { readBenchPnl, varOf } from './var-of-file';

const SCENARIOS = 1000;

/** Value at risk of 10,000 positions in 1,000 scenarios: reading the vectors, and the amount after that. */
export async function* varFigures(folder: string): AsyncGenerator<BenchFigure> {
  const path = join(folder, 'pnl.csv');
  const ids = benchPositions(SMALL).map(({ positionId }) => positionId);
  await writeBenchPnl(path, ids, SCENARIOS);
  const size = `${SMALL} positions × ${SCENARIOS} scenarios`;
  const megabytes = Math.round((await stat(path)).size / 1e6);
  const cold = await timeNodeOften(['--import', 'tsx', 'bench/margin/var-once.ts', path], COLD_RUNS);
  yield timeFigure(
    'historical-var.10k-by-1k.cold',
    cold.map((run) => run.milliseconds),
    `${size}: profit and loss file of ${megabytes} MB to the tree as JSON, ${CUSTOMERS} customers, new process`,
  );
  yield memoryFigure(
    'historical-var.10k-by-1k.peak-rss',
    cold.map((run) => run.peakBytes),
    'most memory of that process',
  );
  yield timeFigure(
    'read-pnl.10k-by-1k.warm',
    await timeWarm(() => readBenchPnl(path), WARM_RUNS, 1),
    `${size}, read, checked and hashed, same process`,
  );
  const pnl = await readBenchPnl(path);
  for (const [name, parameters] of MEASURES) {
    const times = await timeWarm(async () => varOf(pnl, parameters), WARM_RUNS, 1);
    yield timeFigure(
      `historical-var.10k-by-1k.${name}`,
      times,
      `${size} after reading: ${ABOUT[name]}, each position alone too, to the tree as JSON`,
    );
  }
}

const MEASURES = [
  ['value-at-risk', {}],
  ['shortfall', { measure: 'expected-shortfall', confidence: '0.975' }],
  ['ten-days', { horizonDays: '10', weighting: 'exponential', stressed: 'period', stressedFrom: '20220201', stressedTo: '20220801' }],
] as const satisfies readonly (readonly [string, Readonly<Record<string, string>>])[];

const ABOUT: Readonly<Record<(typeof MEASURES)[number][0], string>> = {
  'value-at-risk': 'value at risk at 99 %',
  shortfall: 'expected shortfall at 97.5 %',
  'ten-days': 'ten days by overlapping sums, exponential weights, a stressed period',
};
