import { actorRoute } from '@/lib/http/route';
import { checkLetter } from '@/lib/services/letter/check-letter';

export const GET = actorRoute(async ({ ctx, params }) => ({ findings: await checkLetter(ctx, params.id ?? '') }));
