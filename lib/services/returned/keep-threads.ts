import type { CommentThread, Prisma } from '@/lib/generated/prisma/client';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { ReturnedComment, ReturnReport } from '@/lib/letter/returned/return-report';
import { commentInput, MAX_COMMENT_LENGTH } from '../comment/comment-input';
import { placeAnchor } from '../comment/place-anchor';
import { participantsOf, tellOfThread } from '../comment/tell-of-thread';
import { threadPlace } from '../comment/thread-place';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { readSectionBodies } from '../section/read-section-body';

interface Threads {
  readonly ctx: ServiceContext;
  readonly tx: Prisma.TransactionClient;
  readonly audit: Audit;
  readonly letterId: string;
  readonly returnedId: string;
  readonly report: Pick<ReturnReport, 'threads' | 'replies'>;
}

/** The comments of a returned file as threads, and as replies to threads that the letter has, which stay what they are. */
export async function keepThreads({ ctx, tx, audit, letterId, returnedId, report }: Threads): Promise<void> {
  const { firmId, memberId } = ctx.actor;
  const at = ctx.clock();
  const sections = [...new Set(report.threads.map(({ sectionId }) => sectionId))];
  const bodies = sections.length > 0 ? await readSectionBodies(tx, firmId, sections) : new Map();
  for (const { sectionId, anchor, resolved, privileged, comments } of report.threads) {
    const body = bodies.get(sectionId);
    const id = ctx.ids();
    const rows = comments.flatMap((comment, index) => rowOf(ctx, comment, new Date(at.getTime() + index)));
    const [first] = rows;
    if (!body || !first) continue;
    const thread = await tx.commentThread.create({
      data: {
        ...{ id, firmId, letterId, sectionId, anchor: json(placeAnchor(anchor, body) ?? anchor), privileged, assigneeId: null },
        ...{ createdById: memberId, createdAt: at, updatedAt: at, returnedFileId: returnedId },
        ...(resolved ? { resolvedAt: at, resolvedById: memberId } : {}),
        comments: { create: rows },
      },
    });
    await tellOfThread(ctx, tx, thread);
    const data = { ...threadPlace(thread), about: anchor.kind, commentId: first.id };
    audit({ type: 'comment.thread-started', subject: { type: 'thread', id }, data });
  }
  for (const { threadId, comments } of report.replies) {
    const thread = await tx.commentThread.findFirst({ where: { id: threadId, firmId, letterId } });
    if (thread) await addReplies({ ctx, tx, audit, at }, thread, comments);
  }
}

async function addReplies(
  { ctx, tx, audit, at }: Pick<Threads, 'ctx' | 'tx' | 'audit'> & { readonly at: Date },
  thread: CommentThread,
  comments: readonly ReturnedComment[],
): Promise<void> {
  for (const [index, comment] of comments.entries()) {
    for (const row of rowOf(ctx, comment, new Date(at.getTime() + index))) {
      await tx.comment.create({ data: { ...row, threadId: thread.id } });
      audit({ type: 'comment.replied', subject: { type: 'thread', id: thread.id }, data: { ...threadPlace(thread), commentId: row.id } });
    }
  }
  await tx.commentThread.update({ where: { id: thread.id }, data: { updatedAt: at } });
  await tellOfThread(ctx, tx, thread, { replied: await participantsOf(tx, thread) });
}

/** A comment's row, its words cleaned as those that are typed here; none where nothing is left of them. */
function rowOf(ctx: ServiceContext, { author, text }: ReturnedComment, createdAt: Date) {
  const parsed = commentInput.shape.text.safeParse(text.slice(0, MAX_COMMENT_LENGTH));
  if (!parsed.success) return [];
  const authorName = author.trim().slice(0, 200) || 'Unknown';
  return [{ id: ctx.ids(), firmId: ctx.actor.firmId, authorId: null, authorName, text: parsed.data, mentions: [], createdAt }];
}

function json(anchor: Anchor): Prisma.InputJsonObject {
  return anchor as unknown as Prisma.InputJsonObject;
}
