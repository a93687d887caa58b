import { AppError } from '@/lib/core/errors';
import { canPlaceFigure } from '@/lib/policies/section';
import { sectionStateOf } from '@/lib/review/section-state';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findSection } from './find-section';

interface AcceptFigure {
  readonly sectionId: string;
  readonly figureId: string;
  readonly fromRunId: string;
  readonly toRunId: string;
}

/**
 * Puts on record that a member accepted a figure's newer value in a section; the binding itself is changed in the section's room. Throws NOT_FOUND
 * where risk has not published the figure from that run.
 */
export async function acceptFigure(ctx: ServiceContext, input: AcceptFigure): Promise<void> {
  const { firmId } = ctx.actor;
  const { sectionId, figureId, fromRunId, toRunId } = input;
  await transact(ctx, async (tx, audit) => {
    const section = await findSection(tx, firmId, sectionId);
    authorise(canPlaceFigure(ctx.actor, { firmId, state: sectionStateOf(section.state), frozen: section.frozen }));
    const publication = await tx.figurePublication.findFirst({ where: { firmId, figureId, runId: toRunId }, select: { id: true } });
    if (!publication) throw new AppError('NOT_FOUND', 'This figure is not published from that run.');
    audit({
      type: 'section.figure-accepted',
      subject: { type: 'section', id: sectionId },
      data: { letterId: section.letterId, figureId, fromRunId, toRunId },
    });
  });
}
