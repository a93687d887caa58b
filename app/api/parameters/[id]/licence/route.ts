import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { confirmLicence } from '@/lib/services/parameters/confirm-licence';

const body = z.object({ statement: z.string() });

export const POST = actorRoute(async ({ ctx, request, params }) =>
  confirmLicence(ctx, { parameterSetId: params.id ?? '', ...(await readJson(request, body)) }),
);
