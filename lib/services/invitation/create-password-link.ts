import { AppError } from '@/lib/core/errors';
import { canGivePasswordLink } from '@/lib/policies/member';
import { authorise } from '../context/authorise';
import { newSecretToken, type RandomSource } from '../context/secret-token';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockMember } from '../member/lock-member';
import type { NewInvitation } from './create-invitation';

const HOUR_MS = 3_600_000;
export const PASSWORD_LINK_HOURS = 24;

/** Makes a link with which a member who lost the password chooses a new one, once, within a day. Earlier ones stop working. */
export async function createPasswordLink(
  ctx: ServiceContext,
  input: { readonly memberId: string },
  random: RandomSource,
): Promise<NewInvitation> {
  const { firmId, memberId: createdById } = ctx.actor;
  const { token, hash } = newSecretToken(random);
  const id = ctx.ids();
  const createdAt = ctx.clock();
  const expiresAt = new Date(createdAt.getTime() + PASSWORD_LINK_HOURS * HOUR_MS);
  await transact(ctx, async (tx, audit) => {
    const { member } = await lockMember(tx, { firmId, memberId: input.memberId });
    authorise(canGivePasswordLink(ctx.actor, member));
    const { email, passwordHash } = await tx.member.findUniqueOrThrow({ where: { id: member.id } });
    if (passwordHash === null)
      throw new AppError('CONFLICT', `${member.name} signs in through your organisation and has no password here.`);
    await tx.invitation.updateMany({ where: { memberId: member.id, acceptedAt: null, revokedAt: null }, data: { revokedAt: createdAt } });
    await tx.invitation.create({
      data: { id, firmId, role: member.role, email, memberId: member.id, tokenHash: hash, createdById, createdAt, expiresAt },
    });
    audit({
      type: 'member.password-link-made',
      subject: { type: 'member', id: member.id },
      data: { name: member.name, expiresAt: expiresAt.toISOString() },
    });
  });
  return { id, token, expiresAt: expiresAt.toISOString() };
}
