import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { correctOutline } from '@/lib/services/request/correct-outline';
import { correctionSchema } from '@/lib/services/request/outline-edit-schema';

export const POST = actorRoute(async ({ ctx, request, params }) => {
  const input = await readJson(request, correctionSchema, { maxBytes: 2 * 1024 * 1024 });
  return correctOutline(ctx, { ...input, requestId: params.id ?? '' });
});
