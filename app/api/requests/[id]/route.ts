import { actorRoute } from '@/lib/http/route';
import { getRequest } from '@/lib/services/request/get-request';

export const GET = actorRoute(({ ctx, params }) => getRequest(ctx, params.id ?? ''));
