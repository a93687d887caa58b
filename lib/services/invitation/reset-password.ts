import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { passwordProblem } from '@/lib/policies/password';
import type { AuditEvent } from '@/lib/review/audit/audit-event';
import { appendAuditEvents } from '../audit/append-audit-events';
import type { PublicContext } from '../context/public-context';
import { hashPassword } from '../member/password-hash';
import { revokeSessions } from '../session/revoke-sessions';
import { openInvitation } from './open-invitation';

export const resetInput = z.object({ token: z.string().max(200), password: z.string().max(1000) });

/** Sets the password of the member for whom the link was made, uses the link up, and ends every session of the member. */
export async function resetPassword(ctx: PublicContext, input: z.output<typeof resetInput>): Promise<{ readonly email: string }> {
  const { db, clock, ids } = ctx;
  const invitation = await openInvitation(db, input.token, clock());
  const { memberId } = invitation;
  const member = memberId === null ? null : await db.member.findUnique({ where: { id: memberId } });
  if (!member) throw new AppError('NOT_FOUND', 'This link is not for a new password.');
  const problem = passwordProblem(input.password, member);
  if (problem) throw new AppError('INVALID_INPUT', problem, { fields: { password: problem } });
  const passwordHash = await hashPassword(input.password);
  const now = clock();
  await db.$transaction(async (tx) => {
    const used = await tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now, acceptedById: member.id },
    });
    if (used.count === 0) throw new AppError('CONFLICT', 'This link was used or taken back a moment ago. Ask for a new one.');
    await tx.member.update({ where: { id: member.id }, data: { passwordHash } });
    const events: AuditEvent[] = [
      { type: 'member.password-changed', subject: { type: 'member', id: member.id }, data: { name: member.name } },
    ];
    await revokeSessions(tx, (event) => events.push(event), { where: { memberId: member.id }, now, reason: 'password-changed' });
    await appendAuditEvents(tx, { firmId: member.firmId, actor: { id: member.id, name: member.name }, clock, ids }, events);
  });
  return { email: member.email };
}
