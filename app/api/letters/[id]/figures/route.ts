import { actorRoute } from '@/lib/http/route';
import { letterFigures } from '@/lib/services/letter/letter-figures';

export const GET = actorRoute(async ({ ctx, params }) => ({ figures: await letterFigures(ctx, params.id ?? '') }));
