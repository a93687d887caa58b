import { actorRoute } from '@/lib/http/route';
import { withdrawTemplate } from '@/lib/services/template/withdraw-template';

export const POST = actorRoute(async ({ ctx, params }) => withdrawTemplate(ctx, params.id ?? ''));
