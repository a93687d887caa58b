import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { eventStream } from '@/lib/http/event-stream';
import { actorRoute } from '@/lib/http/route';
import { watchInbox } from '@/lib/services/inbox/watch-inbox';
import { getAnnouncements } from '@/lib/services/live/announcements';

export const dynamic = 'force-dynamic';

/** Server-sent events: how many notices are unread, whenever that changes. */
export const GET = actorRoute(({ ctx, request }) =>
  eventStream({
    signal: request.signal,
    subscribe: (tell) => watchInbox(ctx, getAnnouncements(), (unread) => tell({ unread })),
    // with another role the reader begins anew: what one may hear of depends on it
    mayListen: async () => (await memberOfCookie(ctx.db, request.headers.get('cookie'), ctx.clock()))?.role === ctx.actor.role,
  }),
);
