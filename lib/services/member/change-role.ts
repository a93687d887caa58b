import type { Role } from '@/lib/policies/actor';
import { canChangeRole } from '@/lib/policies/member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockMember } from './lock-member';

/** Gives a member another role, which counts from the member's next request on. The last administrator stays one. */
export async function changeRole(ctx: ServiceContext, input: { readonly memberId: string; readonly role: Role }): Promise<void> {
  await transact(ctx, async (tx, audit) => {
    const { member, administrators } = await lockMember(tx, { firmId: ctx.actor.firmId, memberId: input.memberId });
    authorise(canChangeRole(ctx.actor, member, administrators));
    if (member.role === input.role) return;
    await tx.member.update({ where: { id: member.id }, data: { role: input.role } });
    audit({
      type: 'member.role-changed',
      subject: { type: 'member', id: member.id },
      data: { name: member.name, from: member.role, to: input.role },
    });
  });
}
