import { AppError } from '@/lib/core/errors';
import type { Member } from '@/lib/generated/prisma/client';
import { appendAuditEvents } from '@/lib/services/audit/append-audit-events';
import type { PublicContext } from '@/lib/services/context/public-context';
import { joinByInvitation } from '@/lib/services/invitation/join-by-invitation';
import { startSession } from '@/lib/services/session/start-session';
import type { OidcProfile } from './oidc-provider';

/**
 * Signs in whoever an OpenID Connect provider vouches for, and gives the new session's id: a member linked to this identity
 * before; else the member with the same verified address, who is linked now; else the person invited under that address.
 * Nobody else gets in. Throws FORBIDDEN with `details.reason` "unverified", "not-invited" or "suspended".
 */
export async function signInWithOidc(
  ctx: PublicContext,
  input: { readonly profile: OidcProfile; readonly userAgent: string },
): Promise<string> {
  const { profile } = input;
  const subject = `${profile.iss}#${profile.sub}`;
  const linked = await ctx.db.member.findUnique({ where: { oidcSubject: subject } });
  const member = linked ?? (await linkByAddress(ctx, profile, subject));
  if (member.suspendedAt) throw new AppError('FORBIDDEN', 'Your membership is suspended.', { reason: 'suspended' });
  return startSession(ctx, { memberId: member.id, by: 'oidc', userAgent: input.userAgent });
}

async function linkByAddress(ctx: PublicContext, profile: OidcProfile, subject: string): Promise<Member> {
  const email = profile.email?.trim().toLowerCase();
  if (!email || profile.email_verified !== true) {
    throw new AppError('FORBIDDEN', 'The provider did not confirm the e-mail address.', { reason: 'unverified' });
  }
  const notInvited = new AppError('FORBIDDEN', 'Nobody here has this e-mail address.', { reason: 'not-invited' });
  return ctx.db.$transaction(async (tx) => {
    const member = await tx.member.findUnique({ where: { email } });
    if (member) {
      const changed = await tx.member.updateMany({ where: { id: member.id, oidcSubject: null }, data: { oidcSubject: subject } });
      // the address belongs to another identity of the provider: it is not handed over
      if (changed.count === 0) throw notInvited;
      await appendAuditEvents(tx, { firmId: member.firmId, actor: { id: member.id, name: member.name }, clock: ctx.clock, ids: ctx.ids }, [
        { type: 'member.identity-linked', subject: { type: 'member', id: member.id }, data: { issuer: profile.iss } },
      ]);
      return member;
    }
    const invitation = await tx.invitation.findFirst({
      where: { email, memberId: null, acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.clock() } },
      orderBy: { createdAt: 'desc' },
    });
    if (!invitation) throw notInvited;
    const name = profile.name?.trim().slice(0, 120) || email;
    const memberId = await joinByInvitation(tx, ctx, { invitation, member: { name, email, oidcSubject: subject } });
    return tx.member.findUniqueOrThrow({ where: { id: memberId } });
  });
}
