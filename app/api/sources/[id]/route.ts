import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { changeSource } from '@/lib/services/source/change-source';
import { sourceInput } from '@/lib/services/source/source-schema';

export const PATCH = actorRoute(async ({ ctx, request, params }) => {
  const { fields } = await readJson(request, sourceInput.pick({ fields: true }));
  return { source: await changeSource(ctx, params.id ?? '', fields) };
});
