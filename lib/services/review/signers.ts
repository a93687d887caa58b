import type { Prisma } from '@/lib/generated/prisma/client';
import { capacitiesOf } from '@/lib/policies/review';
import { type Capacity, isCapacity } from '@/lib/review/capacity';
import { roleOf } from '../context/actor-of-member';

/** A right that somebody lent the member, valid now. */
export interface LentCapacity {
  readonly delegationId: string;
  readonly fromId: string;
  readonly fromName: string;
  readonly capacity: Capacity;
  readonly expiresAt: Date;
}

/** A member's own capacities, and those lent to them. */
export interface SignerRights {
  readonly own: readonly Capacity[];
  readonly lent: readonly LentCapacity[];
}

/** What a member may sign for now. What was lent counts as long as the lender is active and has the right themselves: it is never lent on. */
export async function signerRights(db: Prisma.TransactionClient, firmId: string, memberId: string, now: Date): Promise<SignerRights> {
  const [member, delegations] = await Promise.all([
    db.member.findFirst({ where: { id: memberId, firmId, suspendedAt: null } }),
    db.signOffDelegation.findMany({
      where: { firmId, toId: memberId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: 'asc' },
    }),
  ]);
  if (!member) return { own: [], lent: [] };
  const lenders = await db.member.findMany({ where: { firmId, suspendedAt: null, id: { in: delegations.map(({ fromId }) => fromId) } } });
  const lent = delegations.flatMap(({ id, fromId, capacity, expiresAt }): LentCapacity[] => {
    const from = lenders.find((lender) => lender.id === fromId);
    if (!from || !isCapacity(capacity) || !ownCapacities(from).includes(capacity)) return [];
    return [{ delegationId: id, fromId, fromName: from.name, capacity, expiresAt }];
  });
  return { own: ownCapacities(member), lent };
}

/** Everybody who may sign in one of these capacities now, by their own right or a lent one. */
export async function signersFor(
  db: Prisma.TransactionClient,
  firmId: string,
  capacities: readonly Capacity[],
  now: Date,
): Promise<readonly string[]> {
  const members = await db.member.findMany({ where: { firmId, suspendedAt: null } });
  const delegations = await db.signOffDelegation.findMany({ where: { firmId, revokedAt: null, expiresAt: { gt: now } } });
  const owners = members.filter((member) => ownCapacities(member).some((capacity) => capacities.includes(capacity)));
  const borrowers = delegations.filter(({ fromId, capacity }) => {
    const from = members.find(({ id }) => id === fromId);
    return from && isCapacity(capacity) && capacities.includes(capacity) && ownCapacities(from).includes(capacity);
  });
  const active = new Set(members.map(({ id }) => id));
  return [...new Set([...owners.map(({ id }) => id), ...borrowers.map(({ toId }) => toId)])].filter((id) => active.has(id));
}

/** The capacities that a member's row gives. */
export function ownCapacities(member: { readonly role: string; readonly signsFor: readonly string[] }): readonly Capacity[] {
  return capacitiesOf({ role: roleOf(member.role), signsFor: member.signsFor.filter(isCapacity) });
}
