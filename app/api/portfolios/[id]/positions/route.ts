import { actorRoute } from '@/lib/http/route';
import { listPositions } from '@/lib/services/portfolio/list-positions';
import { readPositionQuery } from '@/lib/services/portfolio/position-query';

export const GET = actorRoute(async ({ ctx, request, params }) => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return listPositions(ctx, { portfolioId: params.id ?? '', ...readPositionQuery(query) });
});
