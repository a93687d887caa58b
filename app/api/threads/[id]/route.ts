import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { assignThread } from '@/lib/services/comment/assign-thread';
import { resolveThread } from '@/lib/services/comment/resolve-thread';

/** Whether a thread is privileged is not among what can be changed. */
const change = z.union([z.strictObject({ resolved: z.boolean() }), z.strictObject({ assigneeId: z.uuid().nullable() })]);

export const PATCH = actorRoute(async ({ ctx, request, params }) => {
  const input = await readJson(request, change);
  if ('resolved' in input) await resolveThread(ctx, params.id ?? '', input.resolved);
  else await assignThread(ctx, params.id ?? '', input.assigneeId);
  return { changed: true };
});
