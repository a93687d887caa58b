import { actorRoute } from '@/lib/http/route';
import { getImport } from '@/lib/services/portfolio/get-import';

export const GET = actorRoute(async ({ ctx, params }) => getImport(ctx, { taskId: params.id ?? '' }));
