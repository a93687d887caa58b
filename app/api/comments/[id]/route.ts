import { limitComments } from '@/app/api/comments/limit-comments';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { commentInput } from '@/lib/services/comment/comment-input';
import { editComment } from '@/lib/services/comment/edit-comment';

export const PATCH = actorRoute(async ({ ctx, request, params }) => {
  const input = await readJson(request, commentInput);
  await limitComments(ctx);
  await editComment(ctx, params.id ?? '', input);
  return { changed: true };
});
