import { limitRate } from '@/lib/http/rate-limit';
import { readBody } from '@/lib/http/read-body';
import { actorRoute } from '@/lib/http/route';
import { REQUEST_LIMITS } from '@/lib/request/read/request-limits';
import { importRequest } from '@/lib/services/request/import-request';
import { listRequests } from '@/lib/services/request/list-requests';
import { readImportQuery } from '@/lib/services/request/read-import-query';

export const GET = actorRoute(async ({ ctx }) => ({ requests: await listRequests(ctx) }));

/** The body is the file itself; what belongs to it stands in the query. */
export const POST = actorRoute(async ({ ctx, request }) => {
  await limitRate(ctx.db, { key: `request-import:${ctx.actor.memberId}`, limit: 60, windowSeconds: 600 }, ctx.clock());
  const query = readImportQuery(new URL(request.url).searchParams);
  return importRequest(ctx, { ...query, bytes: await readBody(request, { maxBytes: REQUEST_LIMITS.fileBytes }) });
});
