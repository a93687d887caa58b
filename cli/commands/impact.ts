import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
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
import { parseRunParameters, RUN_DETAILS } from '@/lib/margin/impact/run-parameters';
import type { CrifRow } from '@/lib/margin/portfolio/crif-row';
import { matchSensitivities, sensitivitiesByPosition } from '@/lib/margin/portfolio/crif-sensitivities';
import { crifToPositions } from '@/lib/margin/portfolio/crif-to-positions';
import { portfolioHash } from '@/lib/margin/portfolio/portfolio-hash';
import type { Position } from '@/lib/margin/portfolio/position';
import { type RunFiles, readRunEvidence } from '../impact-evidence';
import { impactWorkbook } from '../impact-workbook';
import { asOfDate, currencyCode, readCrifFile, readPositionsFile, warningsOf } from '../margin-input';
import { printRun } from '../print-run';

interface ImpactOptions extends RunFiles {
  readonly positions?: string;
  readonly constituents?: string;
  readonly baseline: string;
  readonly alternative: readonly string[];
  readonly currency: string;
  readonly asOf?: string;
  readonly side: string;
  readonly threshold: string;
  readonly minimumTransfer: string;
  readonly details: readonly string[];
  readonly fundingRate?: string;
  readonly lossDays?: string;
  readonly json?: boolean;
  readonly xlsx?: string;
}

/** Names with commas between; `all` for every one. They are checked with the other run parameters. */
function detailNames(given: string): readonly string[] {
  return given === 'all' ? RUN_DETAILS : given.split(',').map((name) => name.trim());
}

const onOff = (flags: string, description: string) => new Option(flags, description).choices(['applied', 'ignored']).default('ignored');

/** `impact`: a portfolio under a baseline and alternatives, their differences and the bridges between them. */
export function register(program: Command): void {
  program
    .command('impact')
    .description('a baseline against alternatives')
    .option('--positions <file>', 'a positions file')
    .option('--crif <file>', 'a CRIF: rows of SIMM of the positions by TradeID; other trades become positions')
    .option('--pnl <file>', 'profit and loss of each position in each scenario')
    .option('--external <file>', 'amounts that clearing houses and others charged')
    .option('--rates <file>', 'FX rates')
    .option('--rates-base <code>', 'the currency that those rates are in, where the file does not say')
    .option('--simm-pack <file...>', 'the SIMM pack of the run; further ones for the grid over packs')
    .option('--scan-parameters <file>', 'the figures of an exchange for the scenario scan')
    .option('--constituents <file>', 'index constituents, for the narrow-based test')
    .option('--baseline <framework>', 'a built-in framework, or a file', 'separate-regimes')
    .requiredOption('--alternative <framework...>', 'built-in frameworks, or files as frameworks show writes them')
    .option('--currency <code>', 'currency of the calculation', 'USD')
    .option('--as-of <date>', 'the date that maturities are counted from (default: today)')
    .addOption(new Option('--side <side>', 'margin due to the firm, or from it').choices(['collect', 'post']).default('collect'))
    .addOption(onOff('--threshold <use>', 'initial margin thresholds'))
    .addOption(onOff('--minimum-transfer <use>', 'minimum transfer amounts'))
    .option('--details <names>', `what else to compute: ${RUN_DETAILS.join(', ')}, or all; with commas`, detailNames, [])
    .option('--funding-rate <ratio>', 'what margin costs to fund for a year, e.g. 0.05')
    .option('--loss-days <days>', 'days of profit and loss that adequacy holds a requirement against (default: 10)')
    .option('--json', 'print one JSON document')
    .option('--xlsx <file>', 'write inputs, parameters, trees, bridges and adequacy as a workbook')
    .action(runImpact);
}

async function runImpact(options: ImpactOptions): Promise<void> {
  const notes: string[] = [];
  const currency = currencyCode(options.currency);
  const asOf = asOfDate(options.asOf, notes);
  const { positions, sensitivities, warnings } = await readInputs(options, currency, asOf);
  notes.push(...warnings);
  const constituents = await readIndexConstituents(options.constituents, notes);
  const ids = new Set(positions.map(({ positionId }) => positionId));
  const { evidence, otherSimmPacks, sources, warnings: ofEvidence } = await readRunEvidence(options, currency, ids, sensitivities);
  notes.push(...ofEvidence);
  const { side, threshold, minimumTransfer, fundingRate, lossDays, details } = options;
  const parameters = parseRunParameters({
    ...{ side, threshold, minimumTransfer, details },
    ...(fundingRate !== undefined && { fundingRate }),
    ...(lossDays !== undefined && { lossDays: Number(lossDays) }),
  });
  if (!parameters.ok) throw new AppError('INVALID_INPUT', parameters.failures.join(' '));
  const name = [options.positions, options.crif].filter((file) => file !== undefined).join(', ');
  const input = {
    portfolio: { name, asOf, calculationCurrency: currency, positions, contentHash: portfolioHash(positions) },
    classifications: classifyPortfolio(positions, constituents).classifications,
    baseline: await frameworkNamed(options.baseline),
    alternatives: await Promise.all(options.alternative.map(frameworkNamed)),
    parameters: parameters.value,
    evidence,
    otherSimmPacks,
  };
  const frameworks = [input.baseline, ...input.alternatives].map(({ id }) => id);
  if (new Set(frameworks).size < frameworks.length)
    throw new AppError('INVALID_INPUT', `Each framework is compared once, and ${frameworks.join(', ')} were given.`);
  const result = runAnalysis(input);
  const { report } = result;
  if (options.xlsx !== undefined) {
    const files = sources.map((source) => ({ ...source, fileName: '' }));
    await writeFile(options.xlsx, impactWorkbook(input, result, { inputsHash: inputsHash({ ...input, sources }), sources: files }));
  }
  if (options.json) {
    const hash = inputsHash({ ...input, sources });
    print(JSON.stringify({ ...report, inputsHash: hash, parameters: parameters.value, warnings: notes }, null, 2));
  } else {
    for (const note of notes) process.stderr.write(`${note}\n`);
    printRun(report);
  }
}

interface Inputs {
  readonly positions: readonly Position[];
  readonly sensitivities: ReadonlyMap<string, readonly CrifRow[]>;
  readonly warnings: readonly string[];
}

/** Positions of the positions file, and of the CRIF those trades that are not in it; the CRIF's rows of SIMM are evidence of either. */
async function readInputs({ positions, crif }: ImpactOptions, currency: string, asOf: string): Promise<Inputs> {
  if (positions === undefined && crif === undefined) throw new AppError('INVALID_INPUT', 'Give --positions, --crif, or both.');
  const own = positions === undefined ? { rows: [], warnings: [] } : await readPositionsFile(positions, currency, asOf);
  if (crif === undefined) return { positions: own.rows, sensitivities: new Map(), warnings: own.warnings };
  const { rows, warnings } = await readCrifFile(crif);
  const ids = new Set(own.rows.map(({ positionId }) => positionId));
  const { sensitivities } = matchSensitivities(rows, ids);
  const others = rows.filter(({ tradeId, portfolioId }) => tradeId === null || !(ids.has(tradeId) || ids.has(`${portfolioId}/${tradeId}`)));
  const fromCrif = crifToPositions(others, currency);
  return {
    positions: [...own.rows, ...fromCrif.positions],
    sensitivities: new Map([...sensitivities, ...sensitivitiesByPosition(others)]),
    warnings: [...own.warnings, ...warnings, ...warningsOf(crif, fromCrif.problems)],
  };
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
