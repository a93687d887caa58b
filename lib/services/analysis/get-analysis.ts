import { parseRunParameters, type RunParameters } from '@/lib/margin/impact/run-parameters';
import { canReadAnalysis } from '@/lib/policies/analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { frameworkHashes } from '../framework/firm-frameworks';
import { runHeads } from '../run/run-heads';
import { type RunSummary, runSummary } from '../run/run-summary';
import { sourceChangedSince } from '../run/source-changed-since';
import { findAnalysis } from './find-analysis';

export interface AnalysisDetail {
  readonly id: string;
  readonly name: string;
  readonly portfolio: {
    readonly id: string;
    readonly name: string;
    readonly asOf: string;
    readonly calculationCurrency: string;
    readonly positions: number;
  };
  readonly baseline: string;
  readonly alternatives: readonly string[];
  readonly parameters: RunParameters;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Newest first. */
  readonly runs: readonly RunSummary[];
  /** The description changed since the latest finished run. */
  readonly sourceChanged: boolean;
}

/** One analysis with all of its runs. Throws NOT_FOUND. */
export async function getAnalysis(ctx: ServiceContext, input: { analysisId: string }): Promise<AnalysisDetail> {
  authorise(canReadAnalysis(ctx.actor));
  const row = await findAnalysis(ctx.db, ctx.actor.firmId, input.analysisId);
  const runs = await ctx.db.run.findMany({
    where: { analysisId: row.id, firmId: ctx.actor.firmId },
    orderBy: { number: 'desc' },
    omit: { report: true },
  });
  const heads = await runHeads(
    ctx.db,
    ctx.actor.firmId,
    runs.map(({ id }) => id),
  );
  const parameters = parseRunParameters(row.parameters);
  const latestDone = runs.find((run) => run.status === 'done' && run.withdrawnAt === null);
  return {
    id: row.id,
    name: row.name,
    portfolio: {
      id: row.portfolio.id,
      name: row.portfolio.name,
      asOf: row.portfolio.asOf.toISOString().slice(0, 10),
      calculationCurrency: row.portfolio.calculationCurrency,
      positions: row.portfolio.positionCount,
    },
    baseline: row.baseline,
    alternatives: row.alternatives,
    parameters: parameters.ok ? parameters.value : (row.parameters as unknown as RunParameters),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    runs: runs.map((run) => runSummary(run, heads.get(run.id) ?? null)),
    sourceChanged:
      latestDone !== undefined && sourceChangedSince(row, latestDone.description, await frameworkHashes(ctx.db, ctx.actor.firmId)),
  };
}
