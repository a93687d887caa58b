import { AppError } from '@/lib/core/errors';
import { canSetCapacities } from '@/lib/policies/review';
import { CAPACITIES, type Capacity } from '@/lib/review/capacity';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockMember } from './lock-member';

/**
 * Says in which capacities an approver signs; it counts from the next signature on, and those given stand. Throws INVALID_INPUT for members of
 * other roles: legal and risk sign for their own, nobody else signs.
 */
export async function setCapacities(
  ctx: ServiceContext,
  input: { readonly memberId: string; readonly signsFor: readonly Capacity[] },
): Promise<void> {
  authorise(canSetCapacities(ctx.actor));
  await transact(ctx, async (tx, audit) => {
    const { member } = await lockMember(tx, { firmId: ctx.actor.firmId, memberId: input.memberId });
    if (member.role !== 'approver')
      throw new AppError('INVALID_INPUT', 'Only approvers are given capacities: legal and risk sign for their own.');
    const { signsFor: from } = await tx.member.findUniqueOrThrow({ where: { id: member.id }, select: { signsFor: true } });
    const to = CAPACITIES.filter((capacity) => input.signsFor.includes(capacity));
    if (from.join() === to.join()) return;
    await tx.member.update({ where: { id: member.id }, data: { signsFor: to } });
    audit({ type: 'member.capacities-changed', subject: { type: 'member', id: member.id }, data: { name: member.name, from, to } });
  });
}
