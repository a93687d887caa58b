import { AppError } from '@/lib/core/errors';
import { canEditComment } from '@/lib/policies/comment';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import type { CommentInput } from './comment-input';
import { findThread } from './find-thread';
import { tellOfThread } from './tell-of-thread';
import { checkTheyMayTakePart } from './those-asked';
import { threadPlace } from './thread-place';

/** Changes the words of one's own comment. Who is mentioned newly is told; what it said before stays in the audit log, unless it is privileged. */
export async function editComment(ctx: ServiceContext, commentId: string, input: CommentInput): Promise<void> {
  const { actor, clock } = ctx;
  await transact(ctx, async (tx, audit) => {
    const missing = () => new AppError('NOT_FOUND', 'There is no such comment.');
    const found = await tx.comment.findFirst({ where: { id: commentId, firmId: actor.firmId }, select: { threadId: true } });
    if (!found) throw missing();
    const thread = await findThread(tx, actor, found.threadId).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'NOT_FOUND' ? missing() : error;
    });
    const comment = await tx.comment.findUniqueOrThrow({ where: { id: commentId } });
    authorise(canEditComment(actor, thread, comment.authorId));
    await checkTheyMayTakePart(tx, thread, input.mentions, 'mentioned');
    const mentions = [...new Set(input.mentions)];
    if (comment.text === input.text && mentions.join() === comment.mentions.join()) return;
    await tx.comment.update({ where: { id: commentId }, data: { text: input.text, mentions, editedAt: clock() } });
    await tellOfThread(ctx, tx, thread, { mentioned: mentions.filter((id) => !comment.mentions.includes(id)) });
    const words = thread.privileged ? { before: null, after: null } : { before: comment.text, after: input.text };
    audit({ type: 'comment.edited', subject: { type: 'thread', id: thread.id }, data: { ...threadPlace(thread), commentId, ...words } });
  });
}
