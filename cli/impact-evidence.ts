import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '@/lib/core/errors';
import type { Evidence } from '@/lib/margin/evidence/evidence';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import { type EvidenceFiles, readEvidenceFiles } from './evidence-files';
import { readSimmPackFile } from './simm-pack-file';

/** Files of a run beside its positions; the run's own SIMM pack first, then those of the grid over packs. */
export interface RunFiles extends Omit<EvidenceFiles, 'sensitivities' | 'simmPack'> {
  readonly crif?: string;
  readonly simmPack?: readonly string[];
}

export interface RunEvidence {
  readonly evidence: Evidence;
  readonly otherSimmPacks: readonly SimmPack[];
  /** SHA-256 of each file, in a fixed order. */
  readonly sources: readonly { readonly kind: string; readonly contentHash: string }[];
  readonly warnings: readonly string[];
}

/** Reads the files that are named; the rows of the CRIF were read with the positions. An error in a file ends the command. */
export async function readRunEvidence(
  files: RunFiles,
  currency: string,
  positionIds: ReadonlySet<string>,
  sensitivities: Evidence['sensitivities'],
): Promise<RunEvidence> {
  const { crif, simmPack: [simmPack, ...others] = [], ...rest } = files;
  const read = await readEvidenceFiles({ ...rest, ...(simmPack !== undefined && { simmPack }) }, currency, positionIds);
  const otherSimmPacks: SimmPack[] = [];
  for (const path of others) {
    const pack = await readSimmPackFile(path);
    if (!pack.ok) throw new AppError('INVALID_INPUT', `${path} is not a complete pack: ${pack.failures.slice(0, 5).join(' ')}`);
    otherSimmPacks.push(pack.value);
  }
  const named: readonly (readonly [kind: string, path: string | undefined])[] = [
    ['sensitivities', crif],
    ['pnl', files.pnl],
    ['external', files.external],
    ['rates', files.rates],
    ['simm-pack', simmPack],
    ...others.map((path) => ['other-simm-pack', path] as const),
    ['scan-parameters', files.scanParameters],
  ];
  const sources: { kind: string; contentHash: string }[] = [];
  for (const [kind, path] of named) if (path !== undefined) sources.push({ kind, contentHash: await hashOf(path) });
  return { evidence: { ...read.evidence, sensitivities }, otherSimmPacks, sources, warnings: read.warnings };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}
