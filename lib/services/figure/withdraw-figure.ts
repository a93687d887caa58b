import { AppError } from '@/lib/core/errors';
import { canWithdrawFigure } from '@/lib/policies/figure';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { voidFigureSignOffs } from '../review/void-figure-sign-offs';
import { withdrawalReason } from './withdrawal-reason';

/** Says that a figure must no longer be relied on, and why. Letters keep it, marked as withdrawn; it cannot be undone. */
export async function withdrawFigure(ctx: ServiceContext, input: { figureId: string; reason: string }): Promise<{ figureId: string }> {
  authorise(canWithdrawFigure(ctx.actor));
  const reason = withdrawalReason(input.reason);
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const figure = await tx.figure.findFirst({ where: { id: input.figureId, firmId } });
    if (!figure) throw new AppError('NOT_FOUND', 'There is no such figure.');
    const withdrawn = await tx.figure.updateMany({
      where: { id: figure.id, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock(), withdrawnById: memberId, withdrawnReason: reason },
    });
    if (withdrawn.count === 0) throw new AppError('CONFLICT', 'This figure was withdrawn already.');
    audit({ type: 'figure.withdrawn', subject: { type: 'figure', id: figure.id }, data: { name: figure.name, reason } });
    await voidFigureSignOffs(ctx, tx, audit, { figureId: figure.id });
    return { figureId: figure.id };
  });
}
