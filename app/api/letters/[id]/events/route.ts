import { memberOfCookie } from '@/lib/auth/session-from-cookie';
import { eventStream } from '@/lib/http/event-stream';
import { actorRoute } from '@/lib/http/route';
import { getAnnouncements } from '@/lib/services/live/announcements';
import { watchLetter } from '@/lib/services/live/watch-letter';

export const dynamic = 'force-dynamic';

/** Server-sent events: what around the letter changed and should be read again, while the page is open. */
export const GET = actorRoute(({ ctx, request, params }) =>
  eventStream({
    signal: request.signal,
    subscribe: (tell) => watchLetter(ctx, getAnnouncements(), params.id ?? '', tell),
    // with another role the reader begins anew: what one may hear of depends on it
    mayListen: async () => (await memberOfCookie(ctx.db, request.headers.get('cookie'), ctx.clock()))?.role === ctx.actor.role,
  }),
);
