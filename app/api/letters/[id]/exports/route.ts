import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { BUILDS } from '@/lib/services/export/export-letter';
import { listExports } from '@/lib/services/export/list-exports';
import { startExport } from '@/lib/services/export/start-export';

const body = z.object({ build: z.enum(BUILDS), overrideReason: z.string().trim().min(5).max(500).nullable().default(null) });

export const GET = actorRoute(async ({ ctx, params }) => ({ exports: await listExports(ctx, params.id ?? '') }));

export const POST = actorRoute(async ({ ctx, request, params }) =>
  startExport(ctx, { letterId: params.id ?? '', ...(await readJson(request, body)) }),
);
