import type { ServiceContext } from '../context/service-context';
import { ownNotices } from './own-notices';

/** How many of the member's notices are unread. */
export async function countUnread({ actor, db }: Pick<ServiceContext, 'actor' | 'db'>): Promise<number> {
  return db.notification.count({ where: { AND: [await ownNotices(db, actor), { readAt: null }] } });
}
