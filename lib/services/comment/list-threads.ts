import type { CommentThread } from '@/lib/generated/prisma/client';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { SectionKind } from '@/lib/letter/letter-content';
import { readingOrder } from '@/lib/letter/numbering/number-letter';
import { canSeePrivileged, canStartThread } from '@/lib/policies/comment';
import type { Decision } from '@/lib/policies/decision';
import { canReadLetter } from '@/lib/policies/letter';
import { roleOf } from '../context/actor-of-member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { settleThreads } from './settle-threads';
import { threadPlace } from './thread-place';
import { type Person, type ThreadView, threadView } from './thread-view';

export interface LetterThreads {
  /** In the order in which the letter is read; those of one place by age. */
  readonly threads: readonly ThreadView[];
  /** Whom this member may mention and assign. */
  readonly people: readonly (Person & { readonly seesPrivileged: boolean })[];
  readonly rights: { readonly comment: Decision; readonly privileged: Decision };
}

/**
 * The threads of a letter that this member may see, in their present places. Privileged ones are for legal alone, and their being handed out is put
 * on record once per member, thread and day.
 */
export async function listThreads(ctx: ServiceContext, letterId: string): Promise<LetterThreads> {
  const { actor, db } = ctx;
  const { firmId } = actor;
  authorise(canReadLetter(actor));
  await findLetter(db, firmId, letterId);
  const privileged = canSeePrivileged(actor);
  const where = { firmId, letterId, ...(privileged.allowed ? {} : { privileged: false }) };

  const found = await db.commentThread.findMany({ where });
  const places = await settleThreads(ctx, firmId, found);

  const [rows, members, sections] = await Promise.all([
    db.commentThread.findMany({
      where,
      include: { comments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    db.member.findMany({ where: { firmId }, orderBy: { name: 'asc' } }),
    db.section.findMany({ where: { firmId, letterId }, orderBy: { ordinal: 'asc' }, select: { id: true, kind: true } }),
  ]);
  await recordReading(
    ctx,
    rows.filter((row) => row.privileged),
  );

  const order = new Map(readingOrder(sections.map((each) => ({ ...each, kind: each.kind as SectionKind }))).map(({ id }, at) => [id, at]));
  const placeOf = (row: CommentThread): readonly number[] => [
    order.get(row.sectionId) ?? order.size,
    ...(places.get(row.sectionId)?.(row.anchor as unknown as Anchor) ?? []),
  ];
  const names = new Map(members.map((member) => [member.id, member.name]));
  const sorted = rows.map((row) => ({ row, place: placeOf(row) })).sort((a, b) => compare(a.place, b.place));
  return {
    threads: sorted.map(({ row }) => threadView(row, names)),
    people: members
      .filter((member) => member.suspendedAt === null)
      .map(({ id, name, role }) => ({ id, name, seesPrivileged: canSeePrivileged({ ...actor, role: roleOf(role) }).allowed })),
    rights: { comment: canStartThread(actor, { firmId, privileged: false }), privileged },
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

async function recordReading(ctx: ServiceContext, threads: readonly CommentThread[]): Promise<void> {
  if (threads.length === 0) return;
  const { actor, clock } = ctx;
  const since = new Date(clock());
  since.setUTCHours(0, 0, 0, 0);
  const known = await ctx.db.auditEvent.findMany({
    where: {
      firmId: actor.firmId,
      subjectType: 'thread',
      subjectId: { in: threads.map((thread) => thread.id) },
      type: 'comment.privileged-read',
      actorId: actor.memberId,
      at: { gte: since },
    },
    select: { subjectId: true },
  });
  const seen = new Set(known.map((event) => event.subjectId));
  const unseen = threads.filter((thread) => !seen.has(thread.id));
  if (unseen.length === 0) return;
  await transact(ctx, async (_tx, audit) => {
    for (const thread of unseen) {
      audit({ type: 'comment.privileged-read', subject: { type: 'thread', id: thread.id }, data: threadPlace(thread) });
    }
  });
}
