import { AppError } from '@/lib/core/errors';
import type { Prisma } from '@/lib/generated/prisma/client';
import { mayTakePart } from '@/lib/policies/comment';
import { roleOf } from '../context/actor-of-member';

interface ThreadOfFirm {
  readonly firmId: string;
  readonly privileged: boolean;
}

/** Makes sure that everybody who is mentioned or assigned may read the thread. Throws INVALID_INPUT with the sentence that says who may not. */
export async function checkTheyMayTakePart(
  tx: Prisma.TransactionClient,
  thread: ThreadOfFirm,
  memberIds: readonly string[],
  how: 'mentioned' | 'assigned',
): Promise<void> {
  const wanted = [...new Set(memberIds)];
  if (wanted.length === 0) return;
  const members = await tx.member.findMany({ where: { firmId: thread.firmId, id: { in: wanted } } });
  if (members.length < wanted.length) throw new AppError('INVALID_INPUT', 'Only members of the firm can be mentioned or assigned.');
  for (const member of members) {
    const part = mayTakePart({ role: roleOf(member.role), suspended: member.suspendedAt !== null }, thread);
    if (!part.allowed) throw new AppError('INVALID_INPUT', `${member.name} cannot be ${how} here. ${part.reason}`);
  }
}

/** Of these members those who may read the thread now: nobody else hears of it. */
export async function thoseWhoMayRead(
  tx: Prisma.TransactionClient,
  thread: ThreadOfFirm,
  memberIds: readonly string[],
): Promise<readonly string[]> {
  const members = await tx.member.findMany({ where: { firmId: thread.firmId, id: { in: [...new Set(memberIds)] } } });
  return members
    .filter((member) => mayTakePart({ role: roleOf(member.role), suspended: member.suspendedAt !== null }, thread).allowed)
    .map((member) => member.id);
}
