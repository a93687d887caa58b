import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { revokeSessions } from './revoke-sessions';

/** Ends all of the actor's sessions but the one that asks. */
export async function endOtherSessions(ctx: ServiceContext): Promise<{ readonly ended: number }> {
  const { memberId, sessionId } = ctx.actor;
  const ended = await transact(ctx, (tx, audit) =>
    revokeSessions(tx, audit, { where: { memberId, id: { not: sessionId } }, now: ctx.clock(), reason: 'revoked' }),
  );
  return { ended };
}
