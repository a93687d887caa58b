import { limitRate } from '@/lib/http/rate-limit';
import { actorRoute } from '@/lib/http/route';
import { streamBody } from '@/lib/http/stream-body';
import { listReturned } from '@/lib/services/returned/list-returned';
import { RETURN_LIMITS } from '@/lib/services/returned/return-limits';
import { startReturn } from '@/lib/services/returned/start-return';

export const GET = actorRoute(({ ctx, params }) => listReturned(ctx, params.id ?? ''));

/** The body is the file itself; its name stands in the query. */
export const POST = actorRoute(async ({ ctx, request, params }) => {
  await limitRate(ctx.db, { key: `letter-return:${ctx.actor.memberId}`, limit: 60, windowSeconds: 600 }, ctx.clock());
  return startReturn(ctx, {
    letterId: params.id ?? '',
    name: new URL(request.url).searchParams.get('name') ?? '',
    mediaType: request.headers.get('content-type') ?? 'application/octet-stream',
    source: streamBody(request, RETURN_LIMITS),
  });
});
