import { canReadAnalysis } from '@/lib/policies/analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { frameworkHashes } from '../framework/firm-frameworks';
import { runHeads } from '../run/run-heads';
import { type RunSummary, runSummary } from '../run/run-summary';
import { sourceChangedSince } from '../run/source-changed-since';

/** An analysis as the list shows it. */
export interface AnalysisSummary {
  readonly id: string;
  readonly name: string;
  readonly portfolio: { readonly id: string; readonly name: string; readonly asOf: string };
  readonly baseline: string;
  readonly alternatives: readonly string[];
  readonly runs: number;
  readonly latest: RunSummary | null;
  /** The description changed since the latest finished run. */
  readonly sourceChanged: boolean;
  readonly figures: number;
  readonly updatedAt: string;
}

/** The firm's analyses, last changed or run first. */
export async function listAnalyses(ctx: ServiceContext): Promise<AnalysisSummary[]> {
  authorise(canReadAnalysis(ctx.actor));
  const rows = await ctx.db.analysis.findMany({
    where: { firmId: ctx.actor.firmId },
    include: {
      portfolio: { select: { id: true, name: true, asOf: true, contentHash: true } },
      runs: { orderBy: { number: 'desc' }, take: 1, omit: { report: true } },
      _count: { select: { runs: true, figures: { where: { withdrawnAt: null } } } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  });
  const hashes = await frameworkHashes(ctx.db, ctx.actor.firmId);
  const latestIds = rows.flatMap(({ runs }) => runs.map(({ id }) => id));
  const heads = await runHeads(ctx.db, ctx.actor.firmId, latestIds);
  return rows.map((row) => {
    const latest = row.runs[0] ?? null;
    return {
      id: row.id,
      name: row.name,
      portfolio: { id: row.portfolio.id, name: row.portfolio.name, asOf: row.portfolio.asOf.toISOString().slice(0, 10) },
      baseline: row.baseline,
      alternatives: row.alternatives,
      runs: row._count.runs,
      latest: latest ? runSummary(latest, heads.get(latest.id) ?? null) : null,
      sourceChanged: latest?.status === 'done' && sourceChangedSince(row, latest.description, hashes),
      figures: row._count.figures,
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}
