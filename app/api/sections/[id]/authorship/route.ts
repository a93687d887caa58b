import { actorRoute } from '@/lib/http/route';
import { sectionAuthorship } from '@/lib/services/version/section-authorship';

export const GET = actorRoute(({ ctx, params }) => sectionAuthorship(ctx, params.id ?? ''));
