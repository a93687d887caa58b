import { actorRoute } from '@/lib/http/route';
import { letterReferences } from '@/lib/services/source/letter-references';

export const GET = actorRoute(async ({ ctx, params }) => letterReferences(ctx, params.id ?? ''));
