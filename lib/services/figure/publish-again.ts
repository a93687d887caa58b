import { AppError } from '@/lib/core/errors';
import type { FigureFormat } from '@/lib/letter/figures/figure';
import { canPublishFigure } from '@/lib/policies/figure';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findRun } from '../run/find-run';
import { publicationValue } from './publication-value';

export interface PublishedAgain {
  readonly published: number;
  /** Figures that this run has no value for, with the reason. */
  readonly skipped: readonly { readonly figureId: string; readonly name: string; readonly reason: string }[];
}

/**
 * Publishes figures of the analysis again from a newer run: all that stand, or the ones named. Those that the run has published already are left as
 * they are; those whose path the run no longer has are named in `skipped`. No letter changes: whoever writes it accepts each new value.
 */
export async function publishAgain(ctx: ServiceContext, input: { runId: string; figureIds?: readonly string[] }): Promise<PublishedAgain> {
  authorise(canPublishFigure(ctx.actor));
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const run = await findRun(tx, firmId, input.runId);
    const figures = await tx.figure.findMany({
      where: { firmId, analysisId: run.analysisId, withdrawnAt: null, ...(input.figureIds ? { id: { in: [...input.figureIds] } } : {}) },
      include: { publications: { where: { runId: run.id }, select: { id: true } } },
      orderBy: { createdAt: 'asc' },
    });
    if (input.figureIds && figures.length < new Set(input.figureIds).size)
      throw new AppError('NOT_FOUND', 'One of these figures does not exist, or was withdrawn.');
    const skipped: PublishedAgain['skipped'][number][] = [];
    let published = 0;
    for (const figure of figures) {
      if (figure.publications.length > 0) continue;
      try {
        const { json, valueHash } = publicationValue(run, figure.path, figure.format as FigureFormat | null);
        const data = {
          id: ctx.ids(),
          firmId,
          figureId: figure.id,
          runId: run.id,
          value: json,
          valueHash,
          publishedById: memberId,
          publishedAt: ctx.clock(),
        };
        await tx.figurePublication.create({ data });
        audit({
          type: 'figure.published',
          subject: { type: 'figure', id: figure.id },
          data: { name: figure.name, analysisId: run.analysisId, runId: run.id, runNumber: run.number, path: figure.path, valueHash },
        });
        published += 1;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'INVALID_INPUT') throw error;
        skipped.push({ figureId: figure.id, name: figure.name, reason: error.message });
      }
    }
    return { published, skipped };
  });
}
