import { actorRoute } from '@/lib/http/route';
import { getSectionReview } from '@/lib/services/review/get-section-review';

export const GET = actorRoute(({ ctx, params }) => getSectionReview(ctx, params.id ?? ''));
