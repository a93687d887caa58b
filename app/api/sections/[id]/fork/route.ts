import { actorRoute } from '@/lib/http/route';
import { openFork } from '@/lib/services/fork/open-fork';

/** The member's own copy of the section to write suggestions in, and its present generation. */
export const POST = actorRoute(({ ctx, params }) => openFork(ctx, params.id ?? ''));
