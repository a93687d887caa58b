import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writePositions } from '@/lib/margin/portfolio/write-positions';
import { benchPositions } from '../inputs/positions';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, timeFigure } from '../measure/figures-of';
import { timeNodeOften } from '../measure/time-process';
import { timeWarm } from '../measure/time-warm';
import { readFileOf } from './read-file-of';
import { COLD_RUNS, WARM_RUNS } from './sizes';

const ROWS = 100_000;

/** Reading and checking a positions file piece by piece, without keeping what was read. */
export async function* readingFigures(folder: string): AsyncGenerator<BenchFigure> {
  const path = join(folder, 'reading.csv');
  const text = writePositions(benchPositions(ROWS));
  await writeFile(path, text);
  const about = `${ROWS} rows, ${Math.round(Buffer.byteLength(text) / 1e5) / 10} MB, read and checked`;
  const cold = await timeNodeOften(['--import', 'tsx', 'bench/margin/read-once.ts', path, String(ROWS)], COLD_RUNS);
  yield timeFigure(
    'read-positions.100k.cold',
    cold.map((run) => run.milliseconds),
    `${about}, new process`,
  );
  yield memoryFigure(
    'read-positions.100k.peak-rss',
    cold.map((run) => run.peakBytes),
    'most memory of that process',
  );
  yield timeFigure('read-positions.100k.warm', await timeWarm(() => readFileOf(path, ROWS), WARM_RUNS, 1), `${about}, same process`);
}
