import { actorRoute } from '@/lib/http/route';
import { letterProtection } from '@/lib/services/protection/letter-protection';

export const GET = actorRoute(async ({ ctx, params }) => letterProtection(ctx, params.id ?? ''));
