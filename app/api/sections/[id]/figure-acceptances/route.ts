import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { acceptFigure } from '@/lib/services/section/accept-figure';

const body = z.object({ figureId: z.uuid(), fromRunId: z.uuid(), toRunId: z.uuid() });

export const POST = actorRoute(async ({ ctx, request, params }) => {
  await acceptFigure(ctx, { sectionId: params.id ?? '', ...(await readJson(request, body)) });
  return { recorded: true };
});
