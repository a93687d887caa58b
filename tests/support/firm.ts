import { randomUUID } from 'node:crypto';
import { SESSION_COOKIE, sessionToken } from '@/lib/auth/session-token';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { ROLES, type Role } from '@/lib/policies/actor';
import type { ServiceContext } from '@/lib/services/context/service-context';

/** A firm in a test database with one member of each role; its clock stands still until it is set. */
export interface TestFirm {
  readonly firmId: string;
  /** the context of the firm's member of this role, in a session of its own */
  ctxAs(role: Role): ServiceContext;
  memberId(role: Role): string;
  emailOf(role: Role): string;
  /** a Cookie header that the route handlers accept for that member */
  cookieAs(role: Role): Promise<string>;
  setNow(now: Date): void;
}

export const TEST_NOW = new Date('2026-07-01T14:00:00.000Z');

/** Makes a firm; call it twice for two firms in one database. */
export async function makeFirm(db: PrismaClient, name = 'Harbor Street Securities LLC'): Promise<TestFirm> {
  process.env.NEXTAUTH_SECRET ??= 'only for tests';
  const firmId = randomUUID();
  let now = TEST_NOW;
  const clock = () => new Date(now);
  const members = ROLES.map((role) => ({
    id: randomUUID(),
    sessionId: randomUUID(),
    role,
    name: `${role[0]?.toUpperCase()}${role.slice(1).replace('-', ' ')} Member`,
    email: `${role}.${firmId.slice(0, 8)}@example.test`,
  }));
  const of = (role: Role) => members.find((member) => member.role === role)!;
  await db.firm.create({ data: { id: firmId, name, createdAt: clock() } });
  await db.member.createMany({ data: members.map(({ sessionId: _, ...member }) => ({ ...member, firmId, createdAt: clock() })) });
  // sessions are looked up by the server's own clock too, so they outlive any test
  const expiresAt = new Date('2199-01-01T00:00:00.000Z');
  await db.session.createMany({
    data: members.map(({ id, sessionId }) => ({ id: sessionId, memberId: id, createdAt: clock(), lastSeenAt: expiresAt, expiresAt })),
  });
  return {
    firmId,
    ctxAs: (role) => {
      const { id: memberId, sessionId, name: memberName } = of(role);
      return { actor: { memberId, firmId, sessionId, role, name: memberName }, db, clock, ids: () => randomUUID() };
    },
    memberId: (role) => of(role).id,
    emailOf: (role) => of(role).email,
    cookieAs: async (role) => `${SESSION_COOKIE.http}=${await sessionToken(of(role).sessionId)}`,
    setNow: (to) => {
      now = to;
    },
  };
}
