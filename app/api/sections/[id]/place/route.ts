import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { moveSection } from '@/lib/services/section/move-section';

const body = z.object({ place: z.int().min(0).max(10_000) });

export const PUT = actorRoute(async ({ ctx, request, params }) => {
  await moveSection(ctx, params.id ?? '', (await readJson(request, body)).place);
  return { moved: true };
});
