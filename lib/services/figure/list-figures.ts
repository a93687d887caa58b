import type { FigureFormat, FigureKind, FigureState, FigureValue } from '@/lib/letter/figures/figure';
import { figureState } from '@/lib/letter/figures/figure-state';
import { canReadAnalysis } from '@/lib/policies/analysis';
import { findAnalysis } from '../analysis/find-analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { firmFigures } from '../letter/letter-figures';

/** A published figure as its analysis lists it: by its newest publication. */
export interface PublishedFigure {
  readonly figureId: string;
  readonly name: string;
  readonly kind: FigureKind;
  readonly path: string;
  readonly format: FigureFormat | null;
  readonly state: FigureState;
  readonly withdrawn: string | null;
  readonly runId: string;
  readonly runNumber: number;
  readonly publishedAt: string;
  readonly value: FigureValue;
  /** The runs from which it is published. */
  readonly runIds: readonly string[];
}

/** The figures published from an analysis, oldest first, withdrawn ones included. */
export async function listFigures(ctx: ServiceContext, input: { analysisId: string }): Promise<PublishedFigure[]> {
  authorise(canReadAnalysis(ctx.actor));
  const { firmId } = ctx.actor;
  await findAnalysis(ctx.db, firmId, input.analysisId);
  const rows = await ctx.db.figure.findMany({
    where: { firmId, analysisId: input.analysisId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const entries = new Map((await firmFigures(ctx.db, firmId)).map((entry) => [entry.figureId, entry]));
  return rows.flatMap((row) => {
    const entry = entries.get(row.id);
    const newest = entry?.publications.toSorted((a, b) => b.runNumber - a.runNumber)[0];
    if (!entry || !newest) return [];
    return [
      {
        ...{ figureId: row.id, name: row.name, kind: entry.kind, path: row.path, format: row.format as FigureFormat | null },
        state: figureState(entry, newest.runId),
        withdrawn: entry.withdrawn ?? newest.withdrawn ?? null,
        ...{ runId: newest.runId, runNumber: newest.runNumber, publishedAt: newest.publishedAt, value: newest.value },
        runIds: entry.publications.map(({ runId }) => runId),
      },
    ];
  });
}
