import { limitComments } from '@/app/api/comments/limit-comments';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { commentInput } from '@/lib/services/comment/comment-input';
import { reply } from '@/lib/services/comment/reply';

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const input = await readJson(request, commentInput);
  await limitComments(ctx);
  return reply(ctx, params.id ?? '', input);
});
