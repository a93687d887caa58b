import { actorRoute } from '@/lib/http/route';
import { startRun } from '@/lib/services/run/start-run';

export const POST = actorRoute(({ ctx, params }) => startRun(ctx, { analysisId: params.id ?? '' }));
