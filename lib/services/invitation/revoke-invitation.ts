import { AppError } from '@/lib/core/errors';
import { canInviteMember } from '@/lib/policies/member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';

/** Takes an open invitation back: its link stops working. */
export async function revokeInvitation(ctx: ServiceContext, input: { readonly invitationId: string }): Promise<void> {
  authorise(canInviteMember(ctx.actor));
  const { firmId } = ctx.actor;
  await transact(ctx, async (tx, audit) => {
    const invitation = await tx.invitation.findFirst({ where: { id: input.invitationId, firmId, memberId: null } });
    if (!invitation) throw new AppError('NOT_FOUND', 'There is no such invitation.');
    const revoked = await tx.invitation.updateMany({
      where: { id: invitation.id, firmId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.clock() },
    });
    if (revoked.count === 0) throw new AppError('CONFLICT', 'This invitation is not open any more: it was used or taken back.');
    audit({ type: 'invitation.revoked', subject: { type: 'invitation', id: invitation.id }, data: { role: invitation.role } });
  });
}
