import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { EVIDENCE_FILE_KINDS } from '@/lib/margin/evidence/evidence-file-kinds';
import { parseRunParameters } from '@/lib/margin/impact/run-parameters';
import type { findAnalysis } from '../analysis/find-analysis';
import { firmFrameworks } from '../framework/firm-frameworks';
import { otherSimmPacks, usableParameterSet } from '../parameters/usable-parameter-set';
import type { RunDescription } from './run-description';

/**
 * What a run of the analysis would compute as things stand now: frameworks with their data, parameter sets by id and hash, evidence by hash. Throws
 * NOT_FOUND for a framework that is no longer there, CHECK_FAILED for a parameter set that may not be used.
 */
export async function describeRun(
  tx: Prisma.TransactionClient,
  firmId: string,
  analysis: Awaited<ReturnType<typeof findAnalysis>>,
): Promise<RunDescription> {
  const parsed = parseRunParameters(analysis.parameters);
  if (!parsed.ok) throw new AppError('INVALID_INPUT', parsed.failures.join(' '));
  const parameters = parsed.value;
  const { portfolio } = analysis;
  const known = await firmFrameworks(tx, firmId);
  const frameworks = [analysis.baseline, ...analysis.alternatives].map((id) => {
    const framework = known.find((one) => one.id === id);
    if (!framework) throw new AppError('NOT_FOUND', `There is no framework “${id}” any more. Change the analysis, then run it again.`);
    return framework;
  });
  const evidence = await tx.portfolioEvidence.findMany({
    where: { portfolioId: portfolio.id, firmId },
    select: { kind: true, fileName: true, contentHash: true },
  });
  const simmPack = await usableParameterSet(tx, firmId, 'simm', parameters.simmPack);
  const overPacks = simmPack !== null && parameters.details.includes('sensitivity');
  return {
    portfolio: {
      id: portfolio.id,
      name: portfolio.name,
      asOf: portfolio.asOf.toISOString().slice(0, 10),
      calculationCurrency: portfolio.calculationCurrency,
      contentHash: portfolio.contentHash,
      positions: portfolio.positionCount,
      evidence: EVIDENCE_FILE_KINDS.flatMap((kind) => evidence.filter((file) => file.kind === kind).map((file) => ({ ...file, kind }))),
    },
    baseline: analysis.baseline,
    alternatives: analysis.alternatives,
    frameworks,
    parameters,
    simmPack,
    otherSimmPacks: overPacks ? await otherSimmPacks(tx, firmId, simmPack.id) : [],
    scanParameters: await usableParameterSet(tx, firmId, 'scan', parameters.scanParameters),
  };
}
