import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceFiles } from '@/cli/evidence-files';
import { openMarginSource } from '@/cli/margin-source';
import type { MethodId } from '@/lib/margin/frameworks/framework';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { writePositions } from '@/lib/margin/portfolio/write-positions';
import { nodeJson } from '@/lib/margin/report/node-json';
import { AS_OF, CURRENCY, CUSTOMERS } from '../inputs/positions';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, timeFigure } from '../measure/figures-of';
import { timeNodeOften } from '../measure/time-process';
import { timeWarm } from '../measure/time-warm';
import { MEASURED_METHODS, writeBeside } from './measured-methods';
import { COLD_RUNS, LARGE, SMALL, WARM_RUNS } from './sizes';
import { warmFigures } from './warm-figures';

/** Each method from a positions file to its result as JSON, by the command and inside a process that has done it before. */
export async function* methodFigures(folder: string): AsyncGenerator<BenchFigure> {
  for (const measured of MEASURED_METHODS) {
    const { method, positions, of } = measured;
    const small = join(folder, `${method}-small.csv`);
    const large = join(folder, `${method}-large.csv`);
    await writeFile(small, writePositions(positions(SMALL)));
    const { files, options } = await writeBeside(measured, join(folder, `${method}-beside`));
    const command = [
      'cli/marginalia.js',
      'margin',
      '--method',
      method,
      '--input',
      small,
      '--as-of',
      AS_OF,
      '--currency',
      CURRENCY,
      ...options,
      '--json',
    ];
    const cold = await timeNodeOften(command, COLD_RUNS);
    const about = `${of}: positions file of ${SMALL} positions to the tree as JSON, ${CUSTOMERS} customers`;
    yield timeFigure(
      `${method}.10k.cold`,
      cold.map((run) => run.milliseconds),
      `${about}, new process`,
    );
    yield memoryFigure(
      `${method}.10k.peak-rss`,
      cold.map((run) => run.peakBytes),
      'most memory of that process',
    );
    const run = (path: string) => fileToResult(method, path, files);
    if (measured.smallOnly) {
      yield timeFigure(`${method}.10k.warm`, await timeWarm(() => run(small), WARM_RUNS, 1), `${about}, same process`);
      continue;
    }
    await writeFile(large, writePositions(positions(LARGE)));
    yield* warmFigures(method, run, { small, large }, WARM_RUNS, about);
  }
}

async function fileToResult(method: MethodId, path: string, files: EvidenceFiles): Promise<string> {
  const request = { method, parameters: {}, currency: CURRENCY, side: 'collect', asOf: AS_OF, files } as const;
  const source = await openMarginSource(path, request, () => AS_OF);
  const { tree } = source.margin('collect', null);
  const [failure] = failuresOf(tree);
  if (failure) throw new Error(`${method} left out a position of the benchmark: ${failure.message}`);
  return JSON.stringify(nodeJson(tree), null, 2);
}
