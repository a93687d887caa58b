import type { Prisma } from '@/lib/generated/prisma/client';
import type { Audit } from '../context/transact';

type EndReason = 'signed-out' | 'revoked' | 'suspended' | 'password-changed';

/**
 * Revokes the open sessions that match, inside a transaction, each with its event. They are refused from the next request
 * on, and by open sockets at their next look.
 */
export async function revokeSessions(
  tx: Prisma.TransactionClient,
  audit: Audit,
  input: { readonly where: Prisma.SessionWhereInput; readonly now: Date; readonly reason: EndReason },
): Promise<number> {
  const ended = await tx.session.updateManyAndReturn({
    where: { AND: [input.where, { revokedAt: null, expiresAt: { gt: input.now } }] },
    data: { revokedAt: input.now },
    select: { id: true, memberId: true },
  });
  for (const { id, memberId } of ended) {
    audit({ type: 'session.ended', subject: { type: 'session', id }, data: { memberId, reason: input.reason } });
  }
  return ended.length;
}
