import { actorRoute } from '@/lib/http/route';
import { endSession } from '@/lib/services/session/end-session';

export const DELETE = actorRoute(({ ctx, params }) => endSession(ctx, { sessionId: params.id ?? '' }));
