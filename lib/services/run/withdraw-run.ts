import { AppError } from '@/lib/core/errors';
import { canWithdrawRun } from '@/lib/policies/analysis';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { withdrawalReason } from '../figure/withdrawal-reason';
import { voidFigureSignOffs } from '../review/void-figure-sign-offs';
import { findRun } from './find-run';

/** Says that a finished run must no longer be relied on, and why. It stays readable; figures bound to it are marked withdrawn. It cannot be undone. */
export async function withdrawRun(ctx: ServiceContext, input: { runId: string; reason: string }): Promise<{ runId: string }> {
  authorise(canWithdrawRun(ctx.actor));
  const reason = withdrawalReason(input.reason);
  return transact(ctx, async (tx, audit) => {
    const run = await findRun(tx, ctx.actor.firmId, input.runId);
    if (run.status !== 'done') throw new AppError('CONFLICT', 'Only a finished run can be withdrawn.');
    const withdrawn = await tx.run.updateMany({
      where: { id: run.id, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock(), withdrawnById: ctx.actor.memberId, withdrawnReason: reason },
    });
    if (withdrawn.count === 0) throw new AppError('CONFLICT', 'This run was withdrawn already.');
    audit({
      type: 'run.withdrawn',
      subject: { type: 'run', id: run.id },
      data: { analysisId: run.analysisId, number: run.number, reason },
    });
    await voidFigureSignOffs(ctx, tx, audit, { runId: run.id });
    return { runId: run.id };
  });
}
