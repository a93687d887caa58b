import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { SETTLEMENTS } from '@/lib/letter/returned/return-report';
import { settleConflict } from '@/lib/services/returned/settle-conflict';

const body = z.object({ key: z.string().min(1).max(20), settlement: z.enum(SETTLEMENTS) });

export const POST = actorRoute(async ({ ctx, request, params }) =>
  settleConflict(ctx, { letterId: params.id ?? '', returnedId: params.returnedId ?? '', ...(await readJson(request, body)) }),
);
