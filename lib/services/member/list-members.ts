import type { Role } from '@/lib/policies/actor';
import type { Decision } from '@/lib/policies/decision';
import { canChangeRole, canGivePasswordLink, canListMembers, canReactivateMember, canSuspendMember } from '@/lib/policies/member';
import { canSetCapacities } from '@/lib/policies/review';
import { type Capacity, isCapacity } from '@/lib/review/capacity';
import { roleOf } from '../context/actor-of-member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';

export interface MemberDto {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspended: boolean;
  readonly joinedAt: string;
  /** last use of any session; null where the member never signed in */
  readonly lastSeenAt: string | null;
  readonly signsInWith: readonly ('password' | 'oidc')[];
  /** the capacities that were entered for an approver */
  readonly signsFor: readonly Capacity[];
  readonly self: boolean;
  readonly mayChangeRole: Decision;
  readonly maySuspend: Decision;
  readonly mayReactivate: Decision;
  readonly mayGivePasswordLink: Decision;
  readonly maySetCapacities: Decision;
}

/** The members of the firm by name, each with what the actor may do about them. */
export async function listMembers(ctx: ServiceContext): Promise<readonly MemberDto[]> {
  const { actor } = ctx;
  authorise(canListMembers(actor));
  const members = await ctx.db.member.findMany({
    where: { firmId: actor.firmId },
    include: { sessions: { orderBy: { lastSeenAt: 'desc' }, take: 1, select: { lastSeenAt: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const administrators = members.filter(({ role, suspendedAt }) => role === 'administrator' && !suspendedAt).length;
  return members.map((member) => {
    const facts = { id: member.id, role: roleOf(member.role), suspended: member.suspendedAt !== null };
    return {
      ...facts,
      name: member.name,
      email: member.email,
      joinedAt: member.createdAt.toISOString(),
      lastSeenAt: member.sessions[0]?.lastSeenAt.toISOString() ?? null,
      signsInWith: [...(member.passwordHash ? (['password'] as const) : []), ...(member.oidcSubject ? (['oidc'] as const) : [])],
      signsFor: member.signsFor.filter(isCapacity),
      self: member.id === actor.memberId,
      mayChangeRole: canChangeRole(actor, facts, administrators),
      maySuspend: canSuspendMember(actor, facts, administrators),
      mayReactivate: canReactivateMember(actor, facts),
      mayGivePasswordLink: canGivePasswordLink(actor, facts),
      maySetCapacities: canSetCapacities(actor),
    };
  });
}
