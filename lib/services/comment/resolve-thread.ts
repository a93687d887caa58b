import { canAnswerThread } from '@/lib/policies/comment';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findThread } from './find-thread';
import { refreshAnchors } from './refresh-anchors';
import { participantsOf, tellOfThread } from './tell-of-thread';
import { threadPlace } from './thread-place';

/** Closes a thread, or opens it again in the place that its words have now. Whoever took part is told of the closing. */
export async function resolveThread(ctx: ServiceContext, threadId: string, resolved: boolean): Promise<void> {
  const { actor, clock } = ctx;
  const sectionId = await transact(ctx, async (tx, audit) => {
    const thread = await findThread(tx, actor, threadId);
    authorise(canAnswerThread(actor, thread));
    if ((thread.resolvedAt !== null) === resolved) return null;
    const at = clock();
    await tx.commentThread.update({
      where: { id: threadId },
      data: { resolvedAt: resolved ? at : null, resolvedById: resolved ? actor.memberId : null, updatedAt: at },
    });
    await tellOfThread(ctx, tx, thread, resolved ? { resolved: await participantsOf(tx, thread) } : {});
    const type = resolved ? 'comment.resolved' : 'comment.reopened';
    audit({ type, subject: { type: 'thread', id: threadId }, data: threadPlace(thread) });
    return thread.sectionId;
  });
  if (sectionId !== null && !resolved) await refreshAnchors(ctx, sectionId);
}
