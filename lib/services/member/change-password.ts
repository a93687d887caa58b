import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { passwordProblem } from '@/lib/policies/password';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { revokeSessions } from '../session/revoke-sessions';
import { hashPassword, verifyPassword } from './password-hash';

export const passwordInput = z.object({ current: z.string().max(1000), next: z.string().max(1000) });

/** Changes one's own password, proved by the current one, and ends one's other sessions. */
export async function changePassword(ctx: ServiceContext, input: z.output<typeof passwordInput>): Promise<void> {
  const { memberId, firmId, sessionId } = ctx.actor;
  const member = await ctx.db.member.findFirst({ where: { id: memberId, firmId } });
  if (!member || !(await verifyPassword(member.passwordHash, input.current))) {
    throw new AppError('INVALID_INPUT', 'The current password is wrong.', { fields: { current: 'The current password is wrong.' } });
  }
  const problem = passwordProblem(input.next, member);
  if (problem) throw new AppError('INVALID_INPUT', problem, { fields: { next: problem } });
  const passwordHash = await hashPassword(input.next);
  await transact(ctx, async (tx, audit) => {
    await tx.member.update({ where: { id: memberId }, data: { passwordHash } });
    audit({ type: 'member.password-changed', subject: { type: 'member', id: memberId }, data: { name: member.name } });
    await revokeSessions(tx, audit, { where: { memberId, id: { not: sessionId } }, now: ctx.clock(), reason: 'password-changed' });
  });
}
