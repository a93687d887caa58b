import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { markNotice } from '@/lib/services/inbox/mark-notices';

const change = z.strictObject({ read: z.boolean() });

export const PATCH = actorRoute(async ({ ctx, request, params }) => {
  await markNotice(ctx, params.id ?? '', (await readJson(request, change)).read);
  return { changed: true };
});
