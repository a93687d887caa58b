import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { changeMailNotices } from '@/lib/services/inbox/change-mail-notices';

const choice = z.strictObject({ wanted: z.boolean() });

export const PATCH = actorRoute(async ({ ctx, request }) => {
  await changeMailNotices(ctx, (await readJson(request, choice)).wanted);
  return { changed: true };
});
