import { expiredSessionCookies } from '@/lib/auth/session-token';
import { actorRoute } from '@/lib/http/route';
import { endSession } from '@/lib/services/session/end-session';

/** Signs out: the session ends on the server, and the browser forgets its cookie. */
export const DELETE = actorRoute(async ({ ctx }) => {
  const ended = await endSession(ctx, { sessionId: ctx.actor.sessionId });
  const headers = new Headers({ 'cache-control': 'no-store' });
  for (const cookie of expiredSessionCookies()) headers.append('set-cookie', cookie);
  return Response.json(ended, { headers });
});
