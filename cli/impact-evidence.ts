import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '@/lib/core/errors';
import { type Evidence, NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import { readExternalRequirements } from '@/lib/margin/evidence/read-external-requirements';
import { readFxRates } from '@/lib/margin/evidence/read-fx-rates';
import { readPnl } from '@/lib/margin/evidence/read-pnl';
import { parseScanParameters } from '@/lib/margin/parameters/parse-scan-parameters';
import type { ScanParameters } from '@/lib/margin/parameters/scan-parameters';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import { warningsOf } from './margin-input';
import { readSimmPackFile } from './simm-pack-file';

/** Paths of what a run can have beside positions and a CRIF. */
export interface EvidencePaths {
  readonly pnl?: string;
  readonly external?: string;
  readonly rates?: string;
  /** The run's own first, then those of the grid over packs. */
  readonly simmPack?: readonly string[];
  readonly scanParameters?: string;
}

export interface ReadEvidence {
  readonly evidence: Evidence;
  readonly otherSimmPacks: readonly SimmPack[];
  /** SHA-256 of each file, in a fixed order. */
  readonly sources: readonly { readonly kind: string; readonly contentHash: string }[];
  readonly warnings: readonly string[];
}

const MOST_BYTES = 64 * 1024 * 1024;

/** Reads the files that are named. A file with an error ends the command, with every problem on standard error. */
export async function readEvidence(
  paths: EvidencePaths,
  currency: string,
  positions: ReadonlySet<string>,
  sensitivities: Evidence['sensitivities'],
): Promise<ReadEvidence> {
  const warnings: string[] = [];
  const sources: { kind: string; contentHash: string }[] = [];
  const hashed = async function* (kind: string, path: string): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const bytes of createReadStream(path)) {
      hash.update(bytes);
      yield bytes;
    }
    sources.push({ kind, contentHash: hash.digest('hex') });
  };
  let evidence: Evidence = { ...NO_EVIDENCE, sensitivities };
  const { pnl: pnlPath, external: externalPath, rates: ratesPath, scanParameters: scanPath } = paths;
  if (pnlPath !== undefined) {
    const { pnl, problems } = await readPnl(hashed('pnl', pnlPath), { currency, positions });
    warnings.push(...warningsOf(pnlPath, problems));
    evidence = { ...evidence, pnl };
  }
  if (externalPath !== undefined) {
    const { external, problems } = await readExternalRequirements(hashed('external', externalPath));
    warnings.push(...warningsOf(externalPath, problems));
    evidence = { ...evidence, external };
  }
  if (ratesPath !== undefined) {
    const { rates, problems } = await readFxRates(hashed('rates', ratesPath), { base: currency });
    warnings.push(...warningsOf(ratesPath, problems));
    evidence = { ...evidence, rates };
  }
  const packs: SimmPack[] = [];
  for (const path of paths.simmPack ?? []) {
    packs.push(await packIn(path));
    sources.push({ kind: packs.length === 1 ? 'simm-pack' : 'other-simm-pack', contentHash: await hashOf(path) });
  }
  if (scanPath !== undefined) {
    evidence = { ...evidence, scanParameters: await scanParametersIn(scanPath) };
    sources.push({ kind: 'scan-parameters', contentHash: await hashOf(scanPath) });
  }
  const [simmPack = null, ...otherSimmPacks] = packs;
  return { evidence: { ...evidence, simmPack }, otherSimmPacks, sources, warnings };
}

async function packIn(path: string): Promise<SimmPack> {
  const pack = await readSimmPackFile(path);
  if (!pack.ok) throw refused(path, 'SIMM pack', pack.failures);
  return pack.value;
}

async function scanParametersIn(path: string): Promise<ScanParameters> {
  if ((await stat(path)).size > MOST_BYTES)
    throw new AppError('TOO_LARGE', `${path} is larger than the 64 MiB that scan parameters may have.`);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AppError('UNREADABLE_FILE', `${path} is not JSON: ${error.message}.`);
    throw error;
  }
  const parsed = parseScanParameters(value);
  if (!parsed.ok) throw refused(path, 'file of scan parameters', parsed.failures);
  return parsed.value;
}

function refused(path: string, kind: string, failures: readonly string[]): AppError {
  const shown = failures.slice(0, 20).join('; ');
  const more = failures.length > 20 ? `; and ${failures.length - 20} more` : '';
  return new AppError('UNREADABLE_FILE', `${path} is no complete ${kind}: ${shown}${more}`);
}

async function hashOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}
