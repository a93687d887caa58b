import { z } from 'zod';
import { limitRate } from '@/lib/http/rate-limit';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { importByNumber } from '@/lib/services/request/import-by-number';

const body = z.object({
  number: z.string().max(40),
  requestId: z.uuid().nullish(),
  catalogueKey: z.string().max(100).nullish(),
});

export const POST = actorRoute(async ({ ctx, request }) => {
  const input = await readJson(request, body);
  await limitRate(ctx.db, { key: `request-fetch:${ctx.actor.memberId}`, limit: 20, windowSeconds: 600 }, ctx.clock());
  return importByNumber(ctx, input);
});
