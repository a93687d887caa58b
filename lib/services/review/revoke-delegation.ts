import { AppError } from '@/lib/core/errors';
import { canRevokeDelegation } from '@/lib/policies/review';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { notifyMember } from '../live/notify-member';

/** Takes back a lent right at once. Signatures that were given by it stand. Throws NOT_FOUND, CONFLICT where it was taken back already. */
export async function revokeDelegation(ctx: ServiceContext, delegationId: string): Promise<void> {
  const { firmId } = ctx.actor;
  await transact(ctx, async (tx, audit) => {
    const delegation = await tx.signOffDelegation.findFirst({ where: { id: delegationId, firmId } });
    if (!delegation) throw new AppError('NOT_FOUND', 'There is no such delegation.');
    authorise(canRevokeDelegation(ctx.actor, delegation));
    const revoked = await tx.signOffDelegation.updateMany({
      where: { id: delegationId, revokedAt: null },
      data: { revokedAt: ctx.clock() },
    });
    if (revoked.count === 0) throw new AppError('CONFLICT', 'This was taken back already.');
    const { fromId, toId, capacity } = delegation;
    await notifyMember(ctx, tx, {
      ...{ memberId: toId, kind: 'delegated', letterId: null, sectionId: null, subjectId: delegationId },
      sentence: `You no longer sign for ${capacity} in another's place.`,
    });
    audit({ type: 'delegation.revoked', subject: { type: 'delegation', id: delegationId }, data: { fromId, toId, capacity } });
  });
}
