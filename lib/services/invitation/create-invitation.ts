import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { ROLES } from '@/lib/policies/actor';
import { canInviteMember } from '@/lib/policies/member';
import { authorise } from '../context/authorise';
import { newSecretToken, type RandomSource } from '../context/secret-token';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { emailField } from '../member/person-fields';

const DAY_MS = 86_400_000;
export const INVITATION_DAYS = 7;

export const invitationInput = z.object({
  role: z.enum(ROLES),
  /** where given, only this address may join */
  email: emailField.nullable().default(null),
  note: z.string().trim().max(200, 'Use at most 200 characters.').default(''),
});

export interface NewInvitation {
  readonly id: string;
  /** the secret of the link: given once, kept nowhere */
  readonly token: string;
  readonly expiresAt: string;
}

/** Makes a link with which one person joins in a role, within 7 days. */
export async function createInvitation(
  ctx: ServiceContext,
  input: z.output<typeof invitationInput>,
  random: RandomSource,
): Promise<NewInvitation> {
  authorise(canInviteMember(ctx.actor));
  const { token, hash } = newSecretToken(random);
  const id = ctx.ids();
  const createdAt = ctx.clock();
  const expiresAt = new Date(createdAt.getTime() + INVITATION_DAYS * DAY_MS);
  await transact(ctx, async (tx, audit) => {
    if (input.email && (await tx.member.findUnique({ where: { email: input.email } }))) {
      const message = 'There is an account with this e-mail address already.';
      throw new AppError('CONFLICT', message, { fields: { email: message } });
    }
    await tx.invitation.create({
      data: { id, firmId: ctx.actor.firmId, tokenHash: hash, createdById: ctx.actor.memberId, createdAt, expiresAt, ...input },
    });
    audit({
      type: 'invitation.created',
      subject: { type: 'invitation', id },
      data: { role: input.role, email: input.email, note: input.note, expiresAt: expiresAt.toISOString() },
    });
  });
  return { id, token, expiresAt: expiresAt.toISOString() };
}
