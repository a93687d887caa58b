import type { Prisma } from '@/lib/generated/prisma/client';
import type { FigureKind, FigureValue } from '@/lib/letter/figures/figure';
import type { FigureEntry, FigurePublicationEntry } from '@/lib/letter/figures/figure-entry';
import { canReadLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { frameworkHashes } from '../framework/firm-frameworks';
import type { RunDescription } from '../run/run-description';
import { sourceChangedSince } from '../run/source-changed-since';
import { findLetter } from './find-letter';

/** Every figure that the firm has published, as the editor of a letter needs it: all publications, withdrawn ones with their reason. */
export async function letterFigures(ctx: ServiceContext, letterId: string): Promise<FigureEntry[]> {
  authorise(canReadLetter(ctx.actor));
  await findLetter(ctx.db, ctx.actor.firmId, letterId);
  return firmFigures(ctx.db, ctx.actor.firmId);
}

/** The same for whoever already knows that the member may see them; within a transaction if need be. */
export async function firmFigures(db: Prisma.TransactionClient, firmId: string): Promise<FigureEntry[]> {
  const figures = await db.figure.findMany({
    where: { firmId },
    include: { publications: { orderBy: { publishedAt: 'asc' } }, analysis: { include: { portfolio: { select: { contentHash: true } } } } },
    orderBy: [{ analysisId: 'asc' }, { createdAt: 'asc' }],
  });
  const runs = await db.run.findMany({
    where: { firmId, analysisId: { in: [...new Set(figures.map((figure) => figure.analysisId))] }, status: 'done' },
    select: { id: true, number: true, analysisId: true, withdrawnAt: true, withdrawnReason: true },
  });
  const published = figures.flatMap(({ publications }) => publications.map(({ runId }) => runId));
  // descriptions hold whole frameworks, so only those of published runs are read
  const described = await db.run.findMany({
    where: { firmId, id: { in: [...new Set(published)] } },
    select: { id: true, description: true },
  });
  const descriptions = new Map(described.map(({ id, description }) => [id, description as unknown as RunDescription]));
  const runById = new Map(runs.map((run) => [run.id, run]));
  const latest = new Map<string, number>();
  for (const run of runs) {
    if (run.withdrawnAt === null) latest.set(run.analysisId, Math.max(run.number, latest.get(run.analysisId) ?? 0));
  }
  const hashes = await frameworkHashes(db, firmId);
  return figures.map((figure) => {
    const publications = figure.publications.flatMap((publication): FigurePublicationEntry[] => {
      const run = runById.get(publication.runId);
      const description = descriptions.get(publication.runId);
      if (!run || !description) return [];
      return [
        {
          runId: run.id,
          runNumber: run.number,
          asOf: description.portfolio.asOf,
          publishedAt: publication.publishedAt.toISOString(),
          value: publication.value as unknown as FigureValue,
          withdrawn: run.withdrawnAt === null ? null : (run.withdrawnReason ?? ''),
          sourceChanged: sourceChangedSince(figure.analysis, description, hashes),
        },
      ];
    });
    return {
      figureId: figure.id,
      path: figure.path,
      name: figure.name,
      kind: figure.kind as FigureKind,
      analysisId: figure.analysisId,
      analysis: figure.analysis.name,
      withdrawn: figure.withdrawnAt === null ? null : (figure.withdrawnReason ?? ''),
      publications,
      latestRunNumber: latest.get(figure.analysisId) ?? 0,
      sourceChanged: publications.at(-1)?.sourceChanged ?? false,
    };
  });
}
