import { limitComments } from '@/app/api/comments/limit-comments';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { threadInput } from '@/lib/services/comment/comment-input';
import { listThreads } from '@/lib/services/comment/list-threads';
import { startThread } from '@/lib/services/comment/start-thread';

/** What an anchor carries of a long paragraph, in UTF-8. */
const MAX_BYTES = 2 * 1024 * 1024;

export const GET = actorRoute(({ ctx, params }) => listThreads(ctx, params.id ?? ''));

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const input = await readJson(request, threadInput, { maxBytes: MAX_BYTES });
  await limitComments(ctx);
  return startThread(ctx, params.id ?? '', input);
});
