import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { Actor } from '@/lib/policies/actor';
import { sessionEnd, TOUCH_EVERY_MS } from '@/lib/policies/session-length';
import { roleOf } from '@/lib/services/context/actor-of-member';
import { sessionIdOfCookie } from './session-token';

/**
 * The signed-in member of a Cookie header, or null: no session, ended, revoked, or its member suspended. The session row is
 * read every time, so revoking works at once. Noting the use slides its end. Serves HTTP and WebSockets alike.
 */
export async function memberOfCookie(db: PrismaClient, cookieHeader: string | null | undefined, now: Date): Promise<Actor | null> {
  const sessionId = await sessionIdOfCookie(cookieHeader);
  return sessionId === null ? null : memberOfSession(db, sessionId, now);
}

/** The same for a session whose id is known already, e.g. to look again while a socket stays open. */
export async function memberOfSession(db: PrismaClient, sessionId: string, now: Date): Promise<Actor | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, include: { member: true } });
  if (!session || session.revokedAt || session.expiresAt <= now || session.member.suspendedAt) return null;
  if (now.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY_MS) {
    await db.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { lastSeenAt: now, expiresAt: sessionEnd(session.createdAt, now) },
    });
  }
  const { member } = session;
  return { memberId: member.id, firmId: member.firmId, sessionId, role: roleOf(member.role), name: member.name };
}
