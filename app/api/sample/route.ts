import { actorRoute } from '@/lib/http/route';
import { startSample } from '@/lib/services/sample/start-sample';

export const POST = actorRoute(({ ctx }) => startSample(ctx));
