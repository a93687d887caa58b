import { sessionEnd } from '@/lib/policies/session-length';
import { appendAuditEvents } from '../audit/append-audit-events';
import type { PublicContext } from '../context/public-context';

/** Opens a session for a member who has proved who they are; gives its id, which the cookie carries. */
export async function startSession(
  { db, clock, ids }: PublicContext,
  input: { readonly memberId: string; readonly by: 'password' | 'oidc'; readonly userAgent: string },
): Promise<string> {
  const sessionId = ids();
  const now = clock();
  await db.$transaction(async (tx) => {
    const member = await tx.member.findUniqueOrThrow({ where: { id: input.memberId } });
    await tx.session.create({
      data: {
        id: sessionId,
        memberId: member.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: sessionEnd(now, now),
        userAgent: input.userAgent.slice(0, 300),
      },
    });
    await appendAuditEvents(tx, { firmId: member.firmId, actor: { id: member.id, name: member.name }, clock, ids }, [
      { type: 'session.started', subject: { type: 'session', id: sessionId }, data: { memberId: member.id, by: input.by } },
    ]);
  });
  return sessionId;
}
