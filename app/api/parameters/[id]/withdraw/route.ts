import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { withdrawParameterSet } from '@/lib/services/parameters/withdraw-parameter-set';

const body = z.object({ reason: z.string() });

export const POST = actorRoute(async ({ ctx, request, params }) =>
  withdrawParameterSet(ctx, { parameterSetId: params.id ?? '', ...(await readJson(request, body)) }),
);
