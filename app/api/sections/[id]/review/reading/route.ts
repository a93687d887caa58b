import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { markRead } from '@/lib/services/review/mark-read';

const body = z.object({ contentHash: z.string().length(64) });

export const PUT = actorRoute(async ({ ctx, request, params }) => {
  await markRead(ctx, { sectionId: params.id ?? '', ...(await readJson(request, body)) });
  return { read: true };
});
