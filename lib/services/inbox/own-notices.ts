import type { Prisma } from '@/lib/generated/prisma/client';
import type { Actor } from '@/lib/policies/actor';
import { canSeePrivileged } from '@/lib/policies/comment';

type Reader = Pick<Actor, 'memberId' | 'firmId' | 'role'>;

/**
 * Which of a member's notices are theirs to read now. Notices of privileged threads were made for members of legal; whoever has left legal since no
 * longer gets them, in no list, number or e-mail.
 */
export async function ownNotices(db: Prisma.TransactionClient, reader: Reader): Promise<Prisma.NotificationWhereInput> {
  const { memberId, firmId } = reader;
  if (canSeePrivileged({ ...reader, sessionId: '', name: '' }).allowed) return { memberId, firmId };
  const hidden = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT t.id::text AS id FROM "CommentThread" t JOIN "Notification" n ON n."subjectId" = t.id
      WHERE n."memberId" = ${memberId}::uuid AND t."firmId" = ${firmId}::uuid AND t.privileged`;
  if (hidden.length === 0) return { memberId, firmId };
  return { memberId, firmId, OR: [{ subjectId: null }, { subjectId: { notIn: hidden.map(({ id }) => id) } }] };
}
