import { AppError } from '@/lib/core/errors';
import type { ServiceContext } from '../context/service-context';
import { announce } from '../live/announce';

/** Marks one of one's own notices as read or unread. Throws NOT_FOUND for another member's. */
export async function markNotice(ctx: ServiceContext, noticeId: string, read: boolean): Promise<void> {
  const { actor, clock, db } = ctx;
  const { memberId, firmId } = actor;
  await db.$transaction(async (tx) => {
    const found = await tx.notification.findFirst({ where: { id: noticeId, memberId, firmId } });
    if (!found) throw new AppError('NOT_FOUND', 'There is no such notice in your inbox.');
    if ((found.readAt !== null) === read) return;
    await tx.notification.update({ where: { id: noticeId }, data: { readAt: read ? clock() : null } });
    await announce(tx, { topic: 'inbox', firmId, memberId });
  });
}

/** Marks everything as read that came until now. Returns how many notices that were. */
export async function markAllNotices(ctx: ServiceContext): Promise<number> {
  const { actor, clock, db } = ctx;
  const { memberId, firmId } = actor;
  return db.$transaction(async (tx) => {
    const at = clock();
    const { count } = await tx.notification.updateMany({ where: { memberId, firmId, readAt: null }, data: { readAt: at } });
    if (count > 0) await announce(tx, { topic: 'inbox', firmId, memberId });
    return count;
  });
}
