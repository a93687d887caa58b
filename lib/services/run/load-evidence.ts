import { AppError } from '@/lib/core/errors';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { Evidence } from '@/lib/margin/evidence/evidence';
import { NO_EVIDENCE } from '@/lib/margin/evidence/evidence';
import type { EvidenceFileKind } from '@/lib/margin/evidence/evidence-file-kinds';
import type { SimmPack } from '@/lib/margin/parameters/simm-pack';
import { matchSensitivities, sensitivitiesByPosition } from '@/lib/margin/portfolio/crif-sensitivities';
import type { ImportReport } from '@/lib/margin/portfolio/import-report';
import { readStoredFile } from '../file/read-stored-file';
import { readParameterContent } from '../parameters/read-parameter-content';
import { type EvidenceContent, readEvidenceFile } from '../portfolio/read-evidence-file';
import type { RunDescription, UsedParameterSet } from './run-description';

/** What a run's methods are given beside the positions. */
export interface LoadedEvidence {
  readonly evidence: Evidence;
  readonly otherSimmPacks: readonly SimmPack[];
}

/**
 * Reads the portfolio's further files and the parameter sets that the description names, from the database. Each was checked when it was loaded; one that
 * reads otherwise now, or whose hash differs, is an error that ends the run.
 */
export async function loadEvidence(
  db: PrismaClient,
  firmId: string,
  description: RunDescription,
  positionIds: ReadonlySet<string>,
  progress: (message: string) => void,
): Promise<LoadedEvidence> {
  let evidence: Evidence = NO_EVIDENCE;
  for (const file of await filesOf(db, firmId, description)) {
    progress(`Reading ${file.fileName}`);
    const { calculationCurrency } = description.portfolio;
    const source = readStoredFile(db, file.fileId);
    const reading = await readEvidenceFile({ ...file, source }, { calculationCurrency, positions: positionIds });
    if (reading.problems.some(({ severity }) => severity === 'error') || reading.contentHash !== file.contentHash)
      throw new AppError(
        'UNREADABLE_FILE',
        `“${file.fileName}” reads otherwise now than when the portfolio was imported, so nothing was computed. Import the portfolio again.`,
      );
    evidence = withContent(evidence, reading.content, file.own ? null : positionIds);
  }
  const pack = async (set: UsedParameterSet) => {
    const read = readParameterContent('simm', await contentOf(db, firmId, set));
    if (!read.ok || read.value.kind !== 'simm') throw unreadable(set);
    return read.value.pack;
  };
  const { simmPack, scanParameters } = description;
  if (simmPack) evidence = { ...evidence, simmPack: await pack(simmPack) };
  if (scanParameters) {
    const read = readParameterContent('scan', await contentOf(db, firmId, scanParameters));
    if (!read.ok || read.value.kind !== 'scan') throw unreadable(scanParameters);
    evidence = { ...evidence, scanParameters: read.value.parameters };
  }
  const otherSimmPacks: SimmPack[] = [];
  for (const set of description.otherSimmPacks) otherSimmPacks.push(await pack(set));
  return { evidence, otherSimmPacks };
}

async function filesOf(db: PrismaClient, firmId: string, { portfolio }: RunDescription) {
  const rows = await db.portfolioEvidence.findMany({
    where: { portfolioId: portfolio.id, firmId, kind: { not: 'constituents' } },
    orderBy: { kind: 'asc' },
    omit: { report: true },
    include: { portfolio: { select: { fileId: true, importReport: true } } },
  });
  return rows.map(({ portfolio: of, kind, ...row }) => {
    const { leftOut } = of.importReport as unknown as ImportReport;
    const own = row.fileId === of.fileId;
    return { ...row, own, kind: kind as EvidenceFileKind, ...(own ? { leaveOut: new Set(leftOut.map(({ line }) => line)) } : {}) };
  });
}

/** `positionIds` is null for the sensitivities of the file that the positions are from. */
function withContent(evidence: Evidence, content: EvidenceContent, positionIds: ReadonlySet<string> | null): Evidence {
  switch (content.kind) {
    case 'sensitivities':
      return {
        ...evidence,
        sensitivities:
          positionIds === null ? sensitivitiesByPosition(content.rows) : matchSensitivities(content.rows, positionIds).sensitivities,
      };
    case 'pnl':
      return { ...evidence, pnl: content.pnl };
    case 'external':
      return { ...evidence, external: content.external };
    case 'rates':
      return { ...evidence, rates: content.rates };
    case 'constituents':
      return evidence;
  }
}

async function contentOf(db: PrismaClient, firmId: string, set: UsedParameterSet): Promise<unknown> {
  const row = await db.parameterSet.findFirst({ where: { id: set.id, firmId, contentHash: set.contentHash }, select: { content: true } });
  if (row === null) throw unreadable(set);
  return row.content;
}

function unreadable({ name }: UsedParameterSet): AppError {
  return new AppError(
    'UNREADABLE_FILE',
    `The parameter set “${name}” does not pass this version's check. Load it again, then choose it in the analysis.`,
  );
}
