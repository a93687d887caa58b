import { AppError } from '@/lib/core/errors';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { type Actor, ROLES, type Role } from '@/lib/policies/actor';

/** The role that a row names; a defect of the data, not of the reader, where it names none. */
export function roleOf(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (!role) throw new AppError('INTERNAL', `The database names a role that this version does not know: “${text}”.`);
  return role;
}

/**
 * The member as an actor outside of a session: for long work that goes on in the name of whoever asked for it.
 * Throws NOT_FOUND where there is no such member, FORBIDDEN where the member was suspended meanwhile.
 */
export async function actorOfMember(db: PrismaClient, memberId: string): Promise<Actor> {
  const member = await db.member.findUnique({ where: { id: memberId } });
  if (!member) throw new AppError('NOT_FOUND', 'The member who asked for this no longer exists.');
  if (member.suspendedAt) throw new AppError('FORBIDDEN', `${member.name} was suspended, so work in this name stops.`);
  return { memberId: member.id, firmId: member.firmId, sessionId: '', role: roleOf(member.role), name: member.name };
}
