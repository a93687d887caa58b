import { canReactivateMember } from '@/lib/policies/member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockMember } from './lock-member';

/** Lets a suspended member sign in again; sessions that ended stay ended. */
export async function reactivateMember(ctx: ServiceContext, input: { readonly memberId: string }): Promise<void> {
  await transact(ctx, async (tx, audit) => {
    const { member } = await lockMember(tx, { firmId: ctx.actor.firmId, memberId: input.memberId });
    authorise(canReactivateMember(ctx.actor, member));
    await tx.member.update({ where: { id: member.id }, data: { suspendedAt: null } });
    audit({ type: 'member.reactivated', subject: { type: 'member', id: member.id }, data: { name: member.name } });
  });
}
