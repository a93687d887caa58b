import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { buildRequestSchema, overrideSchema } from '@/lib/services/export/build-request';
import { listExports } from '@/lib/services/export/list-exports';
import { startExport } from '@/lib/services/export/start-export';

const body = overrideSchema.extend({ request: buildRequestSchema });

export const GET = actorRoute(async ({ ctx, params }) => ({ exports: await listExports(ctx, params.id ?? '') }));

export const POST = actorRoute(async ({ ctx, request, params }) =>
  startExport(ctx, { letterId: params.id ?? '', ...(await readJson(request, body)) }),
);
