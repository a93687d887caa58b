import type { Role } from '@/lib/policies/actor';
import { canInviteMember } from '@/lib/policies/member';
import { roleOf } from '../context/actor-of-member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';

export interface InvitationDto {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly note: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly expired: boolean;
}

/** The invitations that nobody used or took back, newest first; expired ones are shown as such. */
export async function listInvitations(ctx: ServiceContext): Promise<readonly InvitationDto[]> {
  authorise(canInviteMember(ctx.actor));
  const invitations = await ctx.db.invitation.findMany({
    where: { firmId: ctx.actor.firmId, memberId: null, acceptedAt: null, revokedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 200,
  });
  return invitations.map((invitation) => ({
    id: invitation.id,
    role: roleOf(invitation.role),
    email: invitation.email,
    note: invitation.note,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    expired: invitation.expiresAt <= ctx.clock(),
  }));
}
