import { AppError } from '@/lib/core/errors';
import { canManageSessions } from '@/lib/policies/member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { revokeSessions } from './revoke-sessions';

/** Ends one session at once: one's own (the current one is a sign-out), or, for administrators, anybody's of the firm. */
export async function endSession(ctx: ServiceContext, input: { readonly sessionId: string }): Promise<{ readonly signedOut: boolean }> {
  const session = await ctx.db.session.findFirst({ where: { id: input.sessionId, member: { firmId: ctx.actor.firmId } } });
  if (!session) throw new AppError('NOT_FOUND', 'There is no such session.');
  authorise(canManageSessions(ctx.actor, session.memberId));
  const signedOut = session.id === ctx.actor.sessionId;
  await transact(ctx, (tx, audit) =>
    revokeSessions(tx, audit, { where: { id: session.id }, now: ctx.clock(), reason: signedOut ? 'signed-out' : 'revoked' }),
  );
  return { signedOut };
}
