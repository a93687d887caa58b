import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { withdrawRun } from '@/lib/services/run/withdraw-run';

const body = z.object({ reason: z.string() });

export const POST = actorRoute(async ({ ctx, request, params }) =>
  withdrawRun(ctx, { runId: params.id ?? '', reason: (await readJson(request, body)).reason }),
);
