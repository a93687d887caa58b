import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { passwordProblem } from '@/lib/policies/password';
import { appendAuditEvents } from '../audit/append-audit-events';
import type { PublicContext } from '../context/public-context';
import { hashSecretToken } from '../context/secret-token';
import type { ServiceContext } from '../context/service-context';
import { hashPassword } from '../member/password-hash';
import { emailField, nameField } from '../member/person-fields';
import { setupRefusal, setupState } from './setup-state';

export const setupInput = z.object({
  token: z.string().max(200),
  firmName: nameField,
  name: nameField,
  email: emailField,
  password: z.string().max(1000),
});

/**
 * The first run: makes the firm and its administrator, once, for whoever holds the link. Gives the administrator's context,
 * without a session. Throws FORBIDDEN or CONFLICT where the first run is not open, INVALID_INPUT for a weak password.
 */
export async function completeSetup(ctx: PublicContext, input: z.output<typeof setupInput>): Promise<ServiceContext> {
  const before = await setupState(ctx, input.token);
  if (before !== 'open') throw setupRefusal(before);
  const problem = passwordProblem(input.password, input);
  if (problem) throw new AppError('INVALID_INPUT', problem, { fields: { password: problem } });
  const { clock, ids } = ctx;
  const passwordHash = await hashPassword(input.password);
  const firmId = ids();
  const memberId = ids();
  await ctx.db.$transaction(async (tx) => {
    // whoever takes the token away first makes the firm; a second one finds none
    const taken = await tx.instance.updateMany({
      where: { id: 1, setupDoneAt: null, setupTokenHash: hashSecretToken(input.token) },
      data: { setupDoneAt: clock(), setupTokenHash: null },
    });
    if (taken.count === 0) throw setupRefusal('done');
    await tx.firm.create({ data: { id: firmId, name: input.firmName, createdAt: clock() } });
    await tx.member.create({
      data: { id: memberId, firmId, email: input.email, name: input.name, role: 'administrator', passwordHash, createdAt: clock() },
    });
    await appendAuditEvents(tx, { firmId, actor: { id: memberId, name: input.name }, clock, ids }, [
      { type: 'firm.created', subject: { type: 'firm', id: firmId }, data: { name: input.firmName } },
      {
        type: 'member.joined',
        subject: { type: 'member', id: memberId },
        data: { name: input.name, email: input.email, role: 'administrator', by: 'setup' },
      },
    ]);
  });
  return { ...ctx, actor: { memberId, firmId, sessionId: '', role: 'administrator', name: input.name } };
}
