import { limitRate } from '@/lib/http/rate-limit';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { importInputSchema } from '@/lib/services/portfolio/import-input';
import { startImport } from '@/lib/services/portfolio/start-import';

export const POST = actorRoute(async ({ ctx, request }) => {
  const input = await readJson(request, importInputSchema);
  await limitRate(ctx.db, { key: `portfolio-import:${ctx.actor.memberId}`, limit: 30, windowSeconds: 600 }, ctx.clock());
  return startImport(ctx, input);
});
