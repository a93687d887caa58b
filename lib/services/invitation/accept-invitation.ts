import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { passwordProblem } from '@/lib/policies/password';
import type { PublicContext } from '../context/public-context';
import { hashPassword } from '../member/password-hash';
import { emailField, nameField } from '../member/person-fields';
import { joinByInvitation } from './join-by-invitation';
import { openInvitation } from './open-invitation';

export const acceptInput = z.object({
  token: z.string().max(200),
  name: nameField,
  email: emailField,
  password: z.string().max(1000),
});

/** Joins the firm by an invitation's link, with a password. The new member then signs in as everybody does. */
export async function acceptInvitation(ctx: PublicContext, input: z.output<typeof acceptInput>): Promise<{ readonly memberId: string }> {
  const invitation = await openInvitation(ctx.db, input.token, ctx.clock());
  if (invitation.memberId !== null) throw new AppError('CONFLICT', 'This link is for a new password, not for joining. Open it again.');
  if (invitation.email !== null && invitation.email !== input.email) {
    const message = 'This invitation is for another e-mail address.';
    throw new AppError('INVALID_INPUT', message, { fields: { email: message } });
  }
  const problem = passwordProblem(input.password, input);
  if (problem) throw new AppError('INVALID_INPUT', problem, { fields: { password: problem } });
  const { name, email } = input;
  const passwordHash = await hashPassword(input.password);
  const memberId = await ctx.db.$transaction((tx) => joinByInvitation(tx, ctx, { invitation, member: { name, email, passwordHash } }));
  return { memberId };
}
