import { actorRoute } from '@/lib/http/route';
import { checkVersions } from '@/lib/services/version/check-versions';

export const GET = actorRoute(({ ctx, params }) => checkVersions(ctx, params.id ?? ''));
