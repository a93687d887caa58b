import { createReadStream } from 'node:fs';
import { AppError } from '@/lib/core/errors';
import type { FxRates } from '@/lib/margin/evidence/fx-rates';
import { usdRates } from '@/lib/margin/evidence/usd-rates';
import { failuresOf } from '@/lib/margin/methods/group-failures';
import { type CrifNetting, readUsdRate } from '@/lib/margin/methods/simm/crif-netting';
import { netCrif } from '@/lib/margin/methods/simm/net-crif';
import { SIMM_NOTICE } from '@/lib/margin/methods/simm/notice';
import type { SimmMeasures } from '@/lib/margin/methods/simm/regulation-margin';
import { type SimmRequest, type SimmResult, simmMargin } from '@/lib/margin/methods/simm/simm-margin';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import { nodeJson } from '@/lib/margin/report/node-json';
import { currencyCode, isCrifFile, warningsOf } from './margin-input';
import { printTree } from './print-tree';
import { readSimmPackFile } from './simm-pack-file';

/** What the command line says of a calculation of SIMM. */
export interface SimmOptions {
  readonly input: string;
  readonly parameters?: string;
  readonly horizon: string;
  readonly currency: string;
  readonly resultCurrency?: string;
  readonly rate: Readonly<Record<string, string>>;
  readonly rates?: string;
  readonly ratesBase?: string;
  readonly side: 'collect' | 'post';
  readonly regulation: string;
  readonly batch?: string;
  readonly json?: boolean;
}

const LIMITS = { maxBytes: 8 * 1024 ** 3, maxRows: 50_000_000, maxColumns: 200, maxCellLength: 4096 };
const PIECE = 1024 * 1024;

/** `margin --method simm`: one requirement of a CRIF with its tree, or many selections of its rows. */
export async function runSimm(options: SimmOptions): Promise<void> {
  if (options.parameters === undefined)
    throw new AppError('INVALID_INPUT', 'SIMM needs --parameters, a pack of the version’s figures; none is part of this program.');
  if (!(await isCrifFile(options.input))) throw new AppError('INVALID_INPUT', `${options.input} is no CRIF, which SIMM is computed from.`);
  const parsed = await readSimmPackFile(options.parameters);
  if (!parsed.ok) {
    for (const sentence of parsed.failures) process.stderr.write(`${sentence}\n`);
    throw new AppError('INVALID_INPUT', `${options.parameters} is not a complete pack: see "parameters check".`);
  }
  process.stderr.write(`${SIMM_NOTICE}\n`);
  const { request, notes } = await requestOf(options);
  if (options.batch !== undefined) return (await import('./simm-batch')).runSimmBatch(options, options.batch, parsed.value, request);
  const { netting, problems } = await netCrif(createReadStream(options.input, { highWaterMark: PIECE }), options.side, LIMITS);
  const warnings = [...notes, ...warningsOf(options.input, problems)];
  report(options, parsed.value, request, computeSimm(netting, parsed.value, request), warnings);
}

async function requestOf(options: SimmOptions): Promise<{ request: SimmRequest; notes: string[] }> {
  const found: string[] = [];
  const rates = new Map(usdRates(await ratesOf(options, found)));
  for (const [currency, text] of Object.entries(options.rate)) {
    const rate = readUsdRate(text);
    if (rate === null)
      throw new AppError('INVALID_INPUT', `--rate takes dollars for one unit, like EUR=1.0842, not "${currency}=${text}".`);
    rates.set(currencyCode(currency), rate);
  }
  const calculationCurrency = currencyCode(options.currency);
  const known = calculationCurrency === 'USD' || rates.has(calculationCurrency);
  const resultCurrency = currencyCode(options.resultCurrency ?? (known ? calculationCurrency : 'USD'));
  const notes =
    options.resultCurrency === undefined && !known
      ? [...found, `There is no rate for ${calculationCurrency}: it is the calculation currency, and the amounts are in USD.`]
      : found;
  const horizon = horizonOf(options.horizon);
  return { request: { horizon, calculationCurrency, resultCurrency, regulation: options.regulation, rates }, notes };
}

/** The file of --rates, whose reader is loaded only where it is given. */
async function ratesOf(options: SimmOptions, warnings: string[]): Promise<FxRates | null> {
  if (options.rates === undefined) return null;
  return (await import('./evidence-files')).readRatesFile(options, warnings);
}

export function horizonOf(days: string | number): SimmRequest['horizon'] {
  return String(days) === '1' ? '1d' : '10d';
}

/** The result; INVALID_INPUT where the result currency has no rate. */
export function computeSimm(netting: CrifNetting, pack: SimmPack, request: SimmRequest): SimmResult {
  const result = simmMargin(netting, pack, request);
  if (!result.ok) throw new AppError('INVALID_INPUT', result.failures.join(' '));
  return result.value;
}

function report(options: SimmOptions, pack: SimmPack, request: SimmRequest, result: SimmResult, notes: readonly string[]): void {
  const { tree, total, measures, segregation } = result;
  const failures = failuresOf(tree);
  const warnings = [...notes, ...result.warnings, ...failures.map(({ positionIds, message }) => `${positionIds.join(', ')}: ${message}`)];
  if (!options.json) {
    for (const warning of warnings) process.stderr.write(`${warning}\n`);
    printTree(tree);
    return;
  }
  const document = {
    method: 'simm',
    parameters: { version: pack.version, effective: pack.effective, horizon: request.horizon, regulation: request.regulation },
    currency: request.resultCurrency,
    calculationCurrency: request.calculationCurrency,
    side: options.side,
    total: total.toString(),
    measures: measuresJson(measures),
    ...(segregation === null
      ? {}
      : { segregation: { segregated: segregation.segregated.toString(), unsegregated: segregation.unsegregated.toString() } }),
    complete: failures.length === 0,
    notice: SIMM_NOTICE,
    tree: nodeJson(tree),
    failures,
    warnings,
  };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

export function measuresJson(measures: SimmMeasures): Record<string, string> {
  return Object.fromEntries(Object.entries(measures).map(([name, amount]) => [name, amount.toString()]));
}
