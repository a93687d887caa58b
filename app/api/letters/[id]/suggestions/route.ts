import { actorRoute } from '@/lib/http/route';
import { listSuggestions } from '@/lib/services/suggestion/list-suggestions';

export const GET = actorRoute(({ ctx, params }) => listSuggestions(ctx, params.id ?? ''));
