import { AppError } from '@/lib/core/errors';
import type { Invitation, Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import { hashSecretToken } from '../context/secret-token';

/** The invitation that a link's token opens. Throws NOT_FOUND or CONFLICT with the sentence that its holder reads. */
export async function openInvitation(db: PrismaClient | Prisma.TransactionClient, token: string, now: Date): Promise<Invitation> {
  const invitation = await db.invitation.findUnique({ where: { tokenHash: hashSecretToken(token) } });
  if (!invitation)
    throw new AppError('NOT_FOUND', 'There is nothing for this link. Check that the whole of it was copied, or ask for a new one.');
  if (invitation.acceptedAt) throw new AppError('CONFLICT', 'This link was used already: it works once. Sign in, or ask for a new one.');
  if (invitation.revokedAt) throw new AppError('CONFLICT', 'This link was taken back by an administrator. Ask for a new one.');
  if (invitation.expiresAt <= now) throw new AppError('CONFLICT', 'This link has expired. Ask for a new one.');
  return invitation;
}
