import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { classifyPortfolio } from '@/lib/margin/classification/classify-portfolio';
import { CFTC_ACCOUNT } from '@/lib/margin/frameworks/built-in/cftc-account';
import { SEC_ACCOUNT } from '@/lib/margin/frameworks/built-in/sec-account';
import { SEPARATE_REGIMES } from '@/lib/margin/frameworks/built-in/separate-regimes';
import { runAnalysis } from '@/lib/margin/impact/run-analysis';
import { DEFAULT_RUN_PARAMETERS } from '@/lib/margin/impact/run-parameters';
import { collectPositions } from '@/lib/margin/portfolio/collect-positions';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import { writePositions } from '@/lib/margin/portfolio/write-positions';
import { AS_OF, benchPositions, CURRENCY, CUSTOMERS } from '../inputs/positions';
import type { BenchFigure } from '../measure/figure';
import { memoryFigure, timeFigure } from '../measure/figures-of';
import { timeNodeOften } from '../measure/time-process';
import { COLD_RUNS, LARGE, SMALL, WARM_RUNS } from './sizes';
import { warmFigures } from './warm-figures';

const BASELINE = SEPARATE_REGIMES;
const ALTERNATIVES = [CFTC_ACCOUNT, SEC_ACCOUNT];

/** A baseline against two alternatives, from a positions file to the report as JSON. */
export async function* comparisonFigures(folder: string): AsyncGenerator<BenchFigure> {
  const small = join(folder, 'comparison-small.csv');
  const large = join(folder, 'comparison-large.csv');
  await writeFile(small, writePositions(benchPositions(SMALL)));
  await writeFile(large, writePositions(benchPositions(LARGE)));
  const names = ALTERNATIVES.map(({ id }) => id);
  const command = ['cli/marginalia.js', 'impact', '--positions', small, '--as-of', AS_OF, '--currency', CURRENCY, '--json'];
  const cold = await timeNodeOften([...command, '--baseline', BASELINE.id, '--alternative', ...names], COLD_RUNS);
  const about = `${BASELINE.id} against ${names.join(' and ')}, positions file of ${SMALL} positions to the report as JSON, ${CUSTOMERS} customers`;
  yield timeFigure(
    'comparison.10k.cold',
    cold.map((run) => run.milliseconds),
    `${about}, new process`,
  );
  yield memoryFigure(
    'comparison.10k.peak-rss',
    cold.map((run) => run.peakBytes),
    'most memory of that process',
  );
  yield* warmFigures('comparison', fileToReport, { small, large }, WARM_RUNS, about);
}

async function fileToReport(path: string): Promise<string> {
  const { positions } = await collectPositions(createReadStream(path), { calculationCurrency: CURRENCY, asOf: AS_OF });
  const { report } = runAnalysis({
    portfolio: { name: 'bench', asOf: AS_OF, calculationCurrency: CURRENCY, positions, contentHash: portfolioHash(positions) },
    classifications: classifyPortfolio(positions).classifications,
    baseline: BASELINE,
    alternatives: ALTERNATIVES,
    parameters: DEFAULT_RUN_PARAMETERS,
  });
  return JSON.stringify(report, null, 2);
}
