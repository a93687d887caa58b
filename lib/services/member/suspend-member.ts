import { canSuspendMember } from '@/lib/policies/member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { revokeSessions } from '../session/revoke-sessions';
import { lockMember } from './lock-member';

/** Shuts a member out at once: sign-in and every open session. What the member wrote stays. Never the last administrator. */
export async function suspendMember(ctx: ServiceContext, input: { readonly memberId: string }): Promise<void> {
  await transact(ctx, async (tx, audit) => {
    const { member, administrators } = await lockMember(tx, { firmId: ctx.actor.firmId, memberId: input.memberId });
    authorise(canSuspendMember(ctx.actor, member, administrators));
    const now = ctx.clock();
    await tx.member.update({ where: { id: member.id }, data: { suspendedAt: now } });
    audit({ type: 'member.suspended', subject: { type: 'member', id: member.id }, data: { name: member.name } });
    // a link for a new password would outlive the reactivation
    await tx.invitation.updateMany({ where: { memberId: member.id, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
    await revokeSessions(tx, audit, { where: { memberId: member.id }, now, reason: 'suspended' });
  });
}
