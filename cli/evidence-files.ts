import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { AppError } from '@/lib/core/errors';
import { type Evidence, NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import type { FxRates } from '@/lib/margin/evidence/fx-rates';
import { readExternalRequirements } from '@/lib/margin/evidence/read-external-requirements';
import { readFxRates } from '@/lib/margin/evidence/read-fx-rates';
import { readPnl } from '@/lib/margin/evidence/read-pnl';
import { parseScanParameters } from '@/lib/margin/parameters/parse-scan-parameters';
import type { ScanParameters } from '@/lib/margin/parameters/scan-parameters';
import { currencyCode, warningsOf } from './margin-input';
import { readSimmPackFile } from './simm-pack-file';

/** Files that stand beside a positions file on the command line. */
export interface EvidenceFiles {
  readonly rates?: string;
  readonly ratesBase?: string;
  readonly pnl?: string;
  readonly external?: string;
  readonly simmPack?: string;
  readonly scanParameters?: string;
}

/** What the files hold. An error in one ends the command, with every problem on standard error. */
export async function readEvidenceFiles(
  files: EvidenceFiles,
  currency: string,
  positionIds: ReadonlySet<string>,
): Promise<{ readonly evidence: Evidence; readonly warnings: readonly string[] }> {
  const warnings: string[] = [];
  const { external, pnl, simmPack, scanParameters } = files;
  const evidence: Evidence = {
    rates: await readRatesFile(files, warnings),
    external: external === undefined ? NO_EVIDENCE.external : await externalIn(external, warnings),
    pnl: pnl === undefined ? null : await pnlIn(pnl, currency, positionIds, warnings),
    sensitivities: NO_EVIDENCE.sensitivities,
    simmPack: simmPack === undefined ? null : await packIn(simmPack),
    scanParameters: scanParameters === undefined ? null : await scanParametersIn(scanParameters),
  };
  return { evidence, warnings };
}

/** Rates of --rates, in --rates-base where the file names no base; null where no file was given. */
export async function readRatesFile({ rates: path, ratesBase }: EvidenceFiles, warnings: string[]): Promise<FxRates | null> {
  if (path === undefined) return null;
  const { rates, problems } = await readFxRates(createReadStream(path), ratesBase === undefined ? {} : { base: currencyCode(ratesBase) });
  warnings.push(...warningsOf(path, problems));
  return rates;
}

async function externalIn(path: string, warnings: string[]): Promise<Evidence['external']> {
  const { external, problems } = await readExternalRequirements(createReadStream(path));
  warnings.push(...warningsOf(path, problems));
  return external;
}

async function pnlIn(path: string, currency: string, positions: ReadonlySet<string>, warnings: string[]): Promise<Evidence['pnl']> {
  const { pnl, problems } = await readPnl(createReadStream(path), { currency, positions });
  warnings.push(...warningsOf(path, problems));
  return pnl;
}

async function packIn(path: string): Promise<Evidence['simmPack']> {
  const parsed = await readSimmPackFile(path);
  if (parsed.ok) return parsed.value;
  throw incomplete(path, 'a complete pack', parsed.failures);
}

async function scanParametersIn(path: string): Promise<ScanParameters> {
  const parsed = parseScanParameters(jsonIn(await readFile(path, 'utf8'), path));
  if (parsed.ok) return parsed.value;
  throw incomplete(path, 'a set of scan parameters', parsed.failures);
}

function incomplete(path: string, what: string, failures: readonly string[]): AppError {
  for (const sentence of failures) process.stderr.write(`${sentence}\n`);
  return new AppError('INVALID_INPUT', `${path} is not ${what}; what is wrong stands above.`);
}

function jsonIn(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('UNREADABLE_FILE', `${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
