import type { CommentThread, Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import { announce } from '../live/announce';
import { notifyMember } from '../live/notify-member';
import { thoseWhoMayRead } from './those-asked';

type Kind = 'mentioned' | 'replied' | 'assigned' | 'resolved';

/** The sentences name who and where only: they may leave by e-mail, and a privileged thread reads like any other there. */
const SENTENCES: Readonly<Record<Kind, (actor: string, place: string) => string>> = {
  mentioned: (actor, place) => `${actor} mentioned you in a comment on ${place}.`,
  replied: (actor, place) => `${actor} replied in a thread on ${place}.`,
  assigned: (actor, place) => `${actor} assigned you a thread on ${place}.`,
  resolved: (actor, place) => `${actor} resolved a thread on ${place}.`,
};

/** Tells open pages that the letter's threads changed, and puts a notice into the inbox of those of `whom` who may read the thread. */
export async function tellOfThread(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  thread: CommentThread,
  whom: Readonly<Partial<Record<Kind, readonly string[]>>> = {},
): Promise<void> {
  const { firmId, letterId, sectionId, privileged } = thread;
  await announce(tx, { topic: 'letter', about: 'comments', firmId, letterId, sectionId, privileged });
  const told = new Set<string>();
  for (const [kind, memberIds] of Object.entries(whom) as [Kind, readonly string[]][]) {
    const readers = (await thoseWhoMayRead(tx, thread, memberIds)).filter((id) => !told.has(id) && id !== ctx.actor.memberId);
    if (readers.length === 0) continue;
    const section = await tx.section.findUnique({ where: { id: sectionId }, select: { title: true } });
    const sentence = SENTENCES[kind](ctx.actor.name, `“${section?.title ?? 'a section'}”`);
    for (const memberId of readers) {
      told.add(memberId);
      await notifyMember(ctx, tx, { memberId, kind, letterId, sectionId, subjectId: thread.id, sentence });
    }
  }
}

/** Everybody who wrote in the thread, and whom it is assigned to. */
export async function participantsOf(tx: Prisma.TransactionClient, thread: CommentThread): Promise<readonly string[]> {
  const comments = await tx.comment.findMany({ where: { threadId: thread.id }, select: { authorId: true } });
  const ids = [thread.createdById, ...comments.flatMap(({ authorId }) => authorId ?? [])];
  return [...new Set(thread.assigneeId === null ? ids : [...ids, thread.assigneeId])];
}
