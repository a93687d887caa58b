import { canAnswerThread } from '@/lib/policies/comment';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import type { CommentInput } from './comment-input';
import { findThread } from './find-thread';
import { participantsOf, tellOfThread } from './tell-of-thread';
import { checkTheyMayTakePart } from './those-asked';
import { threadPlace } from './thread-place';

/** Adds a comment to a thread; a resolved one stays resolved until somebody reopens it. */
export async function reply(ctx: ServiceContext, threadId: string, input: CommentInput): Promise<{ commentId: string }> {
  const { actor, clock, ids } = ctx;
  return transact(ctx, async (tx, audit) => {
    const thread = await findThread(tx, actor, threadId);
    authorise(canAnswerThread(actor, thread));
    await checkTheyMayTakePart(tx, thread, input.mentions, 'mentioned');
    const commentId = ids();
    const at = clock();
    await tx.comment.create({
      data: {
        ...{ id: commentId, firmId: actor.firmId, threadId, authorId: actor.memberId, createdAt: at },
        ...{ text: input.text, mentions: [...new Set(input.mentions)] },
      },
    });
    await tx.commentThread.update({ where: { id: threadId }, data: { updatedAt: at } });
    await tellOfThread(ctx, tx, thread, { mentioned: input.mentions, replied: await participantsOf(tx, thread) });
    audit({ type: 'comment.replied', subject: { type: 'thread', id: threadId }, data: { ...threadPlace(thread), commentId } });
    return { commentId };
  });
}
