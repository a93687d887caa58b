import { AppError } from '@/lib/core/errors';
import type { CommentThread, Prisma } from '@/lib/generated/prisma/client';
import type { Actor } from '@/lib/policies/actor';
import { canReadThread } from '@/lib/policies/comment';

/** The thread, locked until the transaction ends. Throws NOT_FOUND for another firm's, and for a privileged one that is not for this member. */
export async function findThread(tx: Prisma.TransactionClient, actor: Actor, threadId: string): Promise<CommentThread> {
  await tx.$queryRaw`SELECT 1 FROM "CommentThread" WHERE id = ${threadId}::uuid AND "firmId" = ${actor.firmId}::uuid FOR UPDATE`;
  const thread = await tx.commentThread.findFirst({ where: { id: threadId, firmId: actor.firmId } });
  if (!thread || !canReadThread(actor, thread).allowed) throw new AppError('NOT_FOUND', 'There is no such thread.');
  return thread;
}
