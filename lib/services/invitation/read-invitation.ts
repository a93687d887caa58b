import type { Role } from '@/lib/policies/actor';
import { roleOf } from '../context/actor-of-member';
import type { PublicContext } from '../context/public-context';
import { openInvitation } from './open-invitation';

/** What the holder of an invitation's link is told before joining. */
export interface InvitationOffer {
  readonly firmName: string;
  readonly role: Role;
  /** the only address that may join; null where any may */
  readonly email: string | null;
  readonly expiresAt: string;
  /** set where the link is for a new password of this member, not for joining */
  readonly member: { readonly name: string } | null;
}

/** Reads an invitation by its link's token; throws as `openInvitation` does where it is not open. */
export async function readInvitation({ db, clock }: PublicContext, token: string): Promise<InvitationOffer> {
  const invitation = await openInvitation(db, token, clock());
  const firm = await db.firm.findUniqueOrThrow({ where: { id: invitation.firmId } });
  return {
    firmName: firm.name,
    role: roleOf(invitation.role),
    email: invitation.email,
    expiresAt: invitation.expiresAt.toISOString(),
    member:
      invitation.memberId === null ? null : await db.member.findUnique({ where: { id: invitation.memberId }, select: { name: true } }),
  };
}
