import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { overrideSchema } from '@/lib/services/export/build-request';
import { startPackage } from '@/lib/services/submission/start-package';

export const POST = actorRoute(async ({ ctx, request, params }) =>
  startPackage(ctx, { letterId: params.id ?? '', ...(await readJson(request, overrideSchema)) }),
);
