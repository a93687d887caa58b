import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { publishAgain } from '@/lib/services/figure/publish-again';

const body = z.object({ figureIds: z.array(z.string()).max(1000).optional() });

export const POST = actorRoute(async ({ ctx, request, params }) =>
  publishAgain(ctx, { ...(await readJson(request, body)), runId: params.id ?? '' }),
);
