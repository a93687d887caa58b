import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { AppError } from '@/lib/core/errors';
import { classifyPortfolio } from '@/lib/margin/classification/classify-portfolio';
import { NO_CONSTITUENTS } from '@/lib/margin/classification/index-constituents';
import { readConstituents } from '@/lib/margin/classification/read-constituents';
import type { Framework } from '@/lib/margin/frameworks/framework';
import { BUILT_IN_FRAMEWORKS, findFramework } from '@/lib/margin/frameworks/frameworks';
import { parseFramework } from '@/lib/margin/frameworks/parse-framework';
import { inputsHash } from '@/lib/margin/impact/inputs-hash';
import { runAnalysis } from '@/lib/margin/impact/run-analysis';
import { parseRunParameters } from '@/lib/margin/impact/run-parameters';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import type { Position } from '@/lib/margin/portfolio/position';
import type { RunReport } from '@/lib/margin/report/run-report';
import { asOfDate, currencyCode, type Read, readCrifPositions, readPositionsFile, warningsOf } from '../margin-input';

interface ImpactOptions {
  readonly positions?: string;
  readonly crif?: string;
  readonly constituents?: string;
  readonly baseline: string;
  readonly alternative: readonly string[];
  readonly currency: string;
  readonly asOf?: string;
  readonly side: string;
  readonly threshold: string;
  readonly minimumTransfer: string;
  readonly json?: boolean;
}

const onOff = (flags: string, description: string) => new Option(flags, description).choices(['applied', 'ignored']).default('ignored');

/** `impact`: a portfolio under a baseline and alternatives, their differences and the bridges between them. */
export function register(program: Command): void {
  program
    .command('impact')
    .description('a baseline against alternatives')
    .option('--positions <file>', 'a positions file')
    .option('--crif <file>', 'a CRIF, whose schedule trades become positions')
    .option('--constituents <file>', 'index constituents, for the narrow-based test')
    .option('--baseline <framework>', 'a built-in framework, or a file', 'separate-regimes')
    .requiredOption('--alternative <framework...>', 'built-in frameworks, or files as frameworks show writes them')
    .option('--currency <code>', 'currency of the calculation', 'USD')
    .option('--as-of <date>', 'the date that maturities are counted from (default: today)')
    .addOption(new Option('--side <side>', 'margin due to the firm, or from it').choices(['collect', 'post']).default('collect'))
    .addOption(onOff('--threshold <use>', 'initial margin thresholds'))
    .addOption(onOff('--minimum-transfer <use>', 'minimum transfer amounts'))
    .option('--json', 'print one JSON document')
    .action(runImpact);
}

async function runImpact(options: ImpactOptions): Promise<void> {
  const notes: string[] = [];
  const currency = currencyCode(options.currency);
  const asOf = asOfDate(options.asOf, notes);
  const { rows: positions, warnings } = await readInputs(options, currency, asOf);
  notes.push(...warnings);
  const constituents = await readIndexConstituents(options.constituents, notes);
  const parameters = parseRunParameters({ side: options.side, threshold: options.threshold, minimumTransfer: options.minimumTransfer });
  if (!parameters.ok) throw new AppError('INVALID_INPUT', parameters.failures.join(' '));
  const name = [options.positions, options.crif].filter((file) => file !== undefined).join(', ');
  const input = {
    portfolio: { name, asOf, calculationCurrency: currency, positions, contentHash: portfolioHash(positions) },
    classifications: classifyPortfolio(positions, constituents).classifications,
    baseline: await frameworkNamed(options.baseline),
    alternatives: await Promise.all(options.alternative.map(frameworkNamed)),
    parameters: parameters.value,
  };
  const ids = [input.baseline, ...input.alternatives].map(({ id }) => id);
  if (new Set(ids).size < ids.length)
    throw new AppError('INVALID_INPUT', `Each framework is compared once, and ${ids.join(', ')} were given.`);
  const { report } = runAnalysis(input);
  if (options.json)
    print(JSON.stringify({ ...report, inputsHash: inputsHash(input), parameters: parameters.value, warnings: notes }, null, 2));
  else {
    for (const note of notes) process.stderr.write(`${note}\n`);
    printReport(report);
  }
}

async function readInputs({ positions, crif }: ImpactOptions, currency: string, asOf: string): Promise<Read<Position>> {
  if (positions === undefined && crif === undefined) throw new AppError('INVALID_INPUT', 'Give --positions, --crif, or both.');
  const none: Read<Position> = { rows: [], warnings: [] };
  const fromPositions = positions === undefined ? none : await readPositionsFile(positions, currency, asOf);
  const fromCrif = crif === undefined ? none : await readCrifPositions(crif, currency);
  const both = [...fromPositions.rows, ...fromCrif.rows];
  const ids = new Set<string>();
  for (const { positionId } of both) {
    if (ids.has(positionId)) throw new AppError('INVALID_INPUT', `Both files have a position "${positionId}".`);
    ids.add(positionId);
  }
  return { rows: both, warnings: [...fromPositions.warnings, ...fromCrif.warnings] };
}

async function readIndexConstituents(path: string | undefined, notes: string[]) {
  if (path === undefined) return NO_CONSTITUENTS;
  const { constituents, problems } = await readConstituents(createReadStream(path));
  notes.push(...warningsOf(path, problems));
  return constituents;
}

async function frameworkNamed(nameOrFile: string): Promise<Framework> {
  const builtIn = findFramework(nameOrFile);
  if (builtIn) return builtIn;
  if (!/[./]/.test(nameOrFile))
    throw new AppError(
      'NOT_FOUND',
      `There is no framework "${nameOrFile}"; there are ${BUILT_IN_FRAMEWORKS.map(({ id }) => id).join(', ')}, and files.`,
    );
  const parsed = parseFramework(jsonIn(await readFile(nameOrFile, 'utf8'), nameOrFile));
  if (!parsed.ok) throw new AppError('UNREADABLE_FILE', `${nameOrFile} is not a framework: ${parsed.failures.join('; ')}`);
  return parsed.value;
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('UNREADABLE_FILE', `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function printReport(report: RunReport): void {
  print(`${report.portfolio.name}: ${report.portfolio.positions} positions as of ${report.asOf}, in ${report.currency}`);
  for (const { framework, total, covered, positions, failures } of report.frameworks) {
    print(`\n${framework}  ${total}  (${covered} of ${positions} positions)`);
    for (const { reason, positionIds, message } of failures) print(`  ${reason}, ${positionIds.length}: ${message}`);
  }
  for (const { alternative, saving, bridge } of report.impacts) {
    print(`\n${alternative}: saving ${saving}`);
    for (const { kind, label, amount } of bridge) print(`  ${kind === 'total' ? '=' : '+'} ${amount}  ${label}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
