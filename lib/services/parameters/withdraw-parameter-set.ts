import { AppError } from '@/lib/core/errors';
import { canWithdrawParameters } from '@/lib/policies/parameters';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { withdrawalReason } from '../figure/withdrawal-reason';
import { findParameterSet } from './find-parameter-set';
import type { ParameterKind } from './parameter-kind';

/** Says that no further run may use a set, and why. What was computed with it stays, and so does the set. It cannot be undone; the file can be loaded again. */
export async function withdrawParameterSet(
  ctx: ServiceContext,
  input: { parameterSetId: string; reason: string },
): Promise<{ id: string }> {
  authorise(canWithdrawParameters(ctx.actor));
  const reason = withdrawalReason(input.reason);
  const { firmId, memberId } = ctx.actor;
  return transact(ctx, async (tx, audit) => {
    const set = await findParameterSet(tx, firmId, input.parameterSetId);
    const withdrawn = await tx.parameterSet.updateMany({
      where: { id: set.id, firmId, withdrawnAt: null },
      data: { withdrawnAt: ctx.clock(), withdrawnById: memberId, withdrawnReason: reason },
    });
    if (withdrawn.count === 0) throw new AppError('CONFLICT', 'This set was withdrawn already.');
    audit({
      type: 'parameters.withdrawn',
      subject: { type: 'parameters', id: set.id },
      data: { kind: set.kind as ParameterKind, name: set.name, version: set.version, reason },
    });
    return { id: set.id };
  });
}
