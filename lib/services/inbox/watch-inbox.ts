import { actorOfMember } from '../context/actor-of-member';
import type { ServiceContext } from '../context/service-context';
import type { Announcements } from '../live/announcements';
import { countUnread } from './count-unread';

/** Tells how many notices are unread, at once and whenever that may have changed, until the function it gives is called. */
export async function watchInbox(ctx: ServiceContext, announcements: Announcements, tell: (unread: number) => void): Promise<() => void> {
  const { firmId, memberId } = ctx.actor;
  const count = () => {
    // in the role of this moment: whoever left legal counts nothing privileged any more
    actorOfMember(ctx.db, memberId)
      .then((actor) => countUnread({ actor, db: ctx.db }))
      .then(tell, () => {
        // the database is away; what it announces when it is back is counted again
      });
  };
  const stop = await announcements.subscribe((announcement) => {
    if (announcement.topic === 'inbox' && announcement.firmId === firmId && announcement.memberId === memberId) count();
  }, count);
  count();
  return stop;
}
