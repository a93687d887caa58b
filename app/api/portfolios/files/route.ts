import { limitRate } from '@/lib/http/rate-limit';
import { actorRoute } from '@/lib/http/route';
import { streamBody } from '@/lib/http/stream-body';
import { FILE_LIMITS } from '@/lib/margin/portfolio/file-limits';
import { uploadPortfolioFile } from '@/lib/services/portfolio/upload-portfolio-file';

/** The body is the file itself; its name stands in the query. */
export const POST = actorRoute(async ({ ctx, request }) => {
  await limitRate(ctx.db, { key: `portfolio-upload:${ctx.actor.memberId}`, limit: 120, windowSeconds: 600 }, ctx.clock());
  const { maxBytes } = FILE_LIMITS;
  return uploadPortfolioFile(ctx, {
    name: new URL(request.url).searchParams.get('name') ?? '',
    mediaType: request.headers.get('content-type') ?? 'text/csv',
    source: streamBody(request, { maxBytes }),
    maxBytes,
  });
});
