import { canAnswerThread } from '@/lib/policies/comment';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findThread } from './find-thread';
import { tellOfThread } from './tell-of-thread';
import { checkTheyMayTakePart } from './those-asked';
import { threadPlace } from './thread-place';

/** Gives a thread to a member who may read it, or to nobody. */
export async function assignThread(ctx: ServiceContext, threadId: string, assigneeId: string | null): Promise<void> {
  await transact(ctx, async (tx, audit) => {
    const thread = await findThread(tx, ctx.actor, threadId);
    authorise(canAnswerThread(ctx.actor, thread));
    if (thread.assigneeId === assigneeId) return;
    await checkTheyMayTakePart(tx, thread, assigneeId === null ? [] : [assigneeId], 'assigned');
    await tx.commentThread.update({ where: { id: threadId }, data: { assigneeId, updatedAt: ctx.clock() } });
    await tellOfThread(ctx, tx, thread, { assigned: assigneeId === null ? [] : [assigneeId] });
    const data = { ...threadPlace(thread), before: thread.assigneeId, after: assigneeId };
    audit({ type: 'comment.assigned', subject: { type: 'thread', id: threadId }, data });
  });
}
