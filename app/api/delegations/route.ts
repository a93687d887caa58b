import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { CAPACITIES } from '@/lib/review/capacity';
import { lendCapacity } from '@/lib/services/review/lend-capacity';

const body = z.object({ toId: z.uuid(), capacity: z.enum(CAPACITIES), expiresAt: z.iso.datetime(), reason: z.string() });

export const POST = actorRoute(async ({ ctx, request }) => {
  const { expiresAt, ...input } = await readJson(request, body);
  return lendCapacity(ctx, { ...input, expiresAt: new Date(expiresAt) });
});
