import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { figureFormatSchema } from '@/lib/services/figure/figure-format';
import { publishFigure } from '@/lib/services/figure/publish-figure';

const body = z.object({ path: z.string(), name: z.string(), format: figureFormatSchema.nullable() });

export const POST = actorRoute(async ({ ctx, request, params }) =>
  publishFigure(ctx, { ...(await readJson(request, body)), runId: params.id ?? '' }),
);
