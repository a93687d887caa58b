import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { changeFirm, firmInput } from '@/lib/services/firm/change-firm';
import { readFirm } from '@/lib/services/firm/read-firm';

export const GET = actorRoute(({ ctx }) => readFirm(ctx));

export const PATCH = actorRoute(async ({ ctx, request }) => changeFirm(ctx, await readJson(request, firmInput)));
