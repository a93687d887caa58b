import type { ServiceContext } from '../context/service-context';

export interface SessionDto {
  readonly id: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly current: boolean;
  readonly own: boolean;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly userAgent: string;
}

/** The open sessions: the actor's own, and for administrators those of the whole firm; last used first. */
export async function listSessions(ctx: ServiceContext): Promise<readonly SessionDto[]> {
  const { firmId, memberId, role, sessionId } = ctx.actor;
  const sessions = await ctx.db.session.findMany({
    where: {
      revokedAt: null,
      expiresAt: { gt: ctx.clock() },
      member: { firmId, ...(role === 'administrator' ? {} : { id: memberId }) },
    },
    include: { member: { select: { name: true } } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: 500,
  });
  return sessions.map((session) => ({
    id: session.id,
    memberId: session.memberId,
    memberName: session.member.name,
    current: session.id === sessionId,
    own: session.memberId === memberId,
    startedAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    userAgent: session.userAgent,
  }));
}
