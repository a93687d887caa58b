import { randomUUID } from 'node:crypto';
import { SESSION_COOKIE, sessionToken } from '@/lib/auth/session-token';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import type { Role } from '@/lib/policies/actor';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { makeFirm } from '@/tests/support/firm';
import { makeSection } from '@/tests/support/letter-section';
import { doc, p } from '@/tests/support/section-body';

export interface WritingMember {
  readonly memberId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly cookie: string;
}

export interface WritingFirm {
  readonly firmId: string;
  readonly sectionIds: readonly string[];
  /** Adds a member of this role with a session of their own. */
  addMember(role: Role): Promise<WritingMember>;
}

/** What a use case is given when this member acts. */
export function contextOf(db: PrismaClient, firmId: string, { memberId, sessionId, role }: WritingMember): ServiceContext {
  return { actor: { memberId, firmId, sessionId, role, name: 'Writer' }, db, clock: () => new Date(), ids: () => randomUUID() };
}

/** A firm with so many sections that hold one short sentence each. */
export async function makeWritingFirm(db: PrismaClient, sections: number): Promise<WritingFirm> {
  const firm = await makeFirm(db);
  const sectionIds: string[] = [];
  for (let count = 0; count < sections; count++) {
    const { sectionId } = await makeSection(db, firm.firmId, firm.memberId('legal'), doc(p('We write. '), p('And write. ')));
    sectionIds.push(sectionId);
  }
  return {
    firmId: firm.firmId,
    sectionIds,
    addMember: async (role) => {
      const [memberId, sessionId] = [randomUUID(), randomUUID()];
      const at = new Date();
      const expiresAt = new Date(at.getTime() + 24 * 3_600_000);
      await db.member.create({
        data: {
          id: memberId,
          firmId: firm.firmId,
          role,
          name: `Writer ${memberId.slice(0, 4)}`,
          email: `${memberId}@example.test`,
          createdAt: at,
        },
      });
      await db.session.create({ data: { id: sessionId, memberId, createdAt: at, lastSeenAt: at, expiresAt } });
      return { memberId, sessionId, role, cookie: `${SESSION_COOKIE.http}=${await sessionToken(sessionId)}` };
    },
  };
}
