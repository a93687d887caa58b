import { AppError } from '@/lib/core/errors';
import { canDelegate } from '@/lib/policies/review';
import type { Capacity } from '@/lib/review/capacity';
import { roleOf } from '../context/actor-of-member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { notifyMember } from '../live/notify-member';
import { checkedReason } from './checked-reason';
import { signerRights } from './signers';

interface LendCapacity {
  readonly toId: string;
  readonly capacity: Capacity;
  readonly expiresAt: Date;
  readonly reason: string;
}

const LONGEST_DAYS = 366;
const DAY_MS = 86_400_000;

/**
 * Lets another member sign in one's place until a day, with the reason. Only one's own right is lent, never a borrowed one. Throws INVALID_INPUT for
 * an end that is past or over a year away, CONFLICT where the same is lent to the same member already, NOT_FOUND for a member of another firm.
 */
export async function lendCapacity(ctx: ServiceContext, input: LendCapacity): Promise<{ delegationId: string }> {
  const { actor, clock, ids } = ctx;
  const { firmId, memberId } = actor;
  const { capacity, expiresAt, toId } = input;
  const now = clock();
  const delegationId = ids();
  await transact(ctx, async (tx, audit) => {
    const to = await tx.member.findFirst({ where: { id: toId, firmId, suspendedAt: null } });
    if (!to) throw new AppError('NOT_FOUND', 'There is no such active member.');
    const { own } = await signerRights(tx, firmId, memberId, now);
    authorise(canDelegate(actor, own, capacity, { memberId: to.id, role: roleOf(to.role) }));
    const reason = checkedReason(input.reason);
    const fault =
      expiresAt <= now
        ? 'Choose a day that is still to come.'
        : expiresAt.getTime() - now.getTime() > LONGEST_DAYS * DAY_MS
          ? 'A right is lent for a year at most.'
          : null;
    if (fault) throw new AppError('INVALID_INPUT', fault, { fields: { expiresAt: fault } });
    await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
    const present = await tx.signOffDelegation.findFirst({
      where: { firmId, fromId: memberId, toId, capacity, revokedAt: null, expiresAt: { gt: now } },
    });
    if (present) throw new AppError('CONFLICT', `${to.name} signs for ${capacity} in your place already. Take that back first.`);
    await tx.signOffDelegation.create({
      data: { id: delegationId, firmId, fromId: memberId, toId, capacity, reason, createdAt: now, expiresAt },
    });
    await notifyMember(ctx, tx, {
      ...{ memberId: toId, kind: 'delegated', letterId: null, sectionId: null, subjectId: delegationId },
      sentence: `${actor.name} lets you sign for ${capacity} in their place until ${expiresAt.toISOString().slice(0, 10)}.`,
    });
    audit({
      type: 'delegation.made',
      subject: { type: 'delegation', id: delegationId },
      data: { toId, toName: to.name, capacity, expiresAt: expiresAt.toISOString(), reason },
    });
  });
  return { delegationId };
}
