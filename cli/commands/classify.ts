import { createReadStream } from 'node:fs';
import type { Command } from 'commander';
import { classifyPortfolio } from '@/lib/margin/classification/classify-portfolio';
import { NO_CONSTITUENTS } from '@/lib/margin/classification/index-constituents';
import { readConstituents } from '@/lib/margin/classification/read-constituents';
import { collectPositions } from '@/lib/margin/portfolio/collect-positions';
import { currencyCode, warningsOf } from '../margin-input';

interface ClassifyOptions {
  readonly positions: string;
  readonly constituents?: string;
  readonly currency: string;
  readonly json?: boolean;
}

/** `classify`: the regime of each position, the test that decided it and the paragraph that the test applies. */
export function register(program: Command): void {
  program
    .command('classify')
    .description('the regime of each position and the test that decided')
    .requiredOption('--positions <file>', 'a positions file')
    .option('--constituents <file>', 'components of indexes and baskets, for the narrow-based test')
    .option('--currency <code>', 'currency of the calculation, which fx_rate is given in', 'USD')
    .option('--json', 'print one JSON document')
    .action(runClassify);
}

async function runClassify(options: ClassifyOptions): Promise<void> {
  const calculationCurrency = currencyCode(options.currency);
  const file = await collectPositions(createReadStream(options.positions), { calculationCurrency, asOf: null });
  const warnings = warningsOf(options.positions, file.problems);
  let constituents = NO_CONSTITUENTS;
  if (options.constituents !== undefined) {
    const read = await readConstituents(createReadStream(options.constituents));
    warnings.push(...warningsOf(options.constituents, read.problems));
    constituents = read.constituents;
  }
  const { classifications, counts } = classifyPortfolio(file.positions, constituents);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ positions: classifications, counts, warnings }, null, 2)}\n`);
    return;
  }
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  for (const { positionId, regime, test, citation, reason } of classifications) {
    process.stdout.write(`${positionId}\t${regime}\t${test}\t${citation ?? '-'}\t${reason}\n`);
  }
  for (const { regime, positions } of counts) process.stderr.write(`${positions} ${regime}\n`);
}
