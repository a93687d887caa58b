import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { withdrawFigure } from '@/lib/services/figure/withdraw-figure';

const body = z.object({ reason: z.string() });

export const POST = actorRoute(async ({ ctx, request, params }) =>
  withdrawFigure(ctx, { figureId: params.id ?? '', reason: (await readJson(request, body)).reason }),
);
