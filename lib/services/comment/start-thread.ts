import type { Prisma } from '@/lib/generated/prisma/client';
import { canStartThread } from '@/lib/policies/comment';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { readSectionBodies } from '../section/read-section-body';
import type { ThreadInput } from './comment-input';
import { findSectionOfLetter } from './find-section-of-letter';
import { placeAnchor } from './place-anchor';
import { tellOfThread } from './tell-of-thread';
import { checkTheyMayTakePart } from './those-asked';
import { threadPlace } from './thread-place';

/**
 * Starts a thread with its first comment. Whether it is privileged is said here and never changed. The place is kept as the sender saw it, carried over
 * to the text that the server has; words that the server has not got yet keep the sender's place until they arrive.
 */
export async function startThread(
  ctx: ServiceContext,
  letterId: string,
  input: ThreadInput,
): Promise<{ threadId: string; commentId: string }> {
  const { actor, clock, ids } = ctx;
  const { firmId, memberId } = actor;
  const { sectionId, privileged, assigneeId } = input;
  await findLetter(ctx.db, firmId, letterId);
  authorise(canStartThread(actor, { firmId, privileged }));
  return transact(ctx, async (tx, audit) => {
    await findSectionOfLetter(tx, firmId, letterId, sectionId);
    const thread = { firmId, privileged };
    await checkTheyMayTakePart(tx, thread, input.mentions, 'mentioned');
    await checkTheyMayTakePart(tx, thread, assigneeId === null ? [] : [assigneeId], 'assigned');
    const body = (await readSectionBodies(tx, firmId, [sectionId])).get(sectionId);
    const anchor = (body && placeAnchor(input.anchor, body)) ?? input.anchor;
    const at = clock();
    const [threadId, commentId] = [ids(), ids()];
    const row = await tx.commentThread.create({
      data: {
        id: threadId,
        firmId,
        letterId,
        sectionId,
        anchor: anchor as unknown as Prisma.InputJsonObject,
        privileged,
        assigneeId,
        createdById: memberId,
        createdAt: at,
        updatedAt: at,
        comments: {
          create: { id: commentId, firmId, authorId: memberId, text: input.text, mentions: [...new Set(input.mentions)], createdAt: at },
        },
      },
    });
    await tellOfThread(ctx, tx, row, { assigned: assigneeId === null ? [] : [assigneeId], mentioned: input.mentions });
    const data = { ...threadPlace(row), about: anchor.kind, commentId };
    audit({ type: 'comment.thread-started', subject: { type: 'thread', id: threadId }, data });
    return { threadId, commentId };
  });
}
