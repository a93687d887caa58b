import { actorRoute } from '@/lib/http/route';
import { endOtherSessions } from '@/lib/services/session/end-other-sessions';

/** Ends all of one's sessions but this one. */
export const DELETE = actorRoute(({ ctx }) => endOtherSessions(ctx));
