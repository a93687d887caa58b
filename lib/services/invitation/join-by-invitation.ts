import type { Clock } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import type { IdSource } from '@/lib/core/ids';
import type { Invitation, Prisma } from '@/lib/generated/prisma/client';
import { appendAuditEvents } from '../audit/append-audit-events';

interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly passwordHash?: string;
  readonly oidcSubject?: string;
}

/**
 * Makes the member of an open invitation, inside a transaction, and uses the invitation up: of two who hold the link the
 * second finds it used. Throws CONFLICT where the address has an account already.
 */
export async function joinByInvitation(
  tx: Prisma.TransactionClient,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
  { invitation, member }: { readonly invitation: Invitation; readonly member: NewMember },
): Promise<string> {
  const { firmId, role } = invitation;
  const memberId = ids();
  const now = clock();
  const used = await tx.invitation.updateMany({
    where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: memberId },
  });
  if (used.count === 0) throw new AppError('CONFLICT', 'This invitation was used or taken back a moment ago. Ask for a new one.');
  const created = await tx.member.createMany({
    data: [{ id: memberId, firmId, role, createdAt: now, ...member }],
    skipDuplicates: true,
  });
  if (created.count === 0) {
    const message = 'There is an account with this e-mail address already. Sign in with it, or use another address.';
    throw new AppError('CONFLICT', message, { fields: { email: message } });
  }
  await appendAuditEvents(tx, { firmId, actor: { id: memberId, name: member.name }, clock, ids }, [
    { type: 'invitation.accepted', subject: { type: 'invitation', id: invitation.id }, data: { role, memberId } },
    {
      type: 'member.joined',
      subject: { type: 'member', id: memberId },
      data: { name: member.name, email: member.email, role, by: 'invitation' },
    },
  ]);
  return memberId;
}
