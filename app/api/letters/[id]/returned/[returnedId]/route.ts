import { actorRoute } from '@/lib/http/route';
import { readReturned } from '@/lib/services/returned/read-returned';

export const GET = actorRoute(({ ctx, params }) => readReturned(ctx, params.id ?? '', params.returnedId ?? ''));
