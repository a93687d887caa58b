import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { unfreezeLetter } from '@/lib/services/submission/unfreeze-letter';

const body = z.object({ reason: z.string().max(2_000) });

export const POST = actorRoute(async ({ ctx, request, params }) => {
  await unfreezeLetter(ctx, params.id ?? '', (await readJson(request, body)).reason);
  return {};
});
