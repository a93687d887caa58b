import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { CAPACITIES } from '@/lib/review/capacity';
import { changeReviewPlan } from '@/lib/services/review/change-review-plan';
import { getLetterReview } from '@/lib/services/review/get-letter-review';

const plan = z.object({ required: z.array(z.enum(CAPACITIES)).max(CAPACITIES.length), ordered: z.boolean() });

export const GET = actorRoute(({ ctx, params }) => getLetterReview(ctx, params.id ?? ''));

export const PUT = actorRoute(async ({ ctx, request, params }) => changeReviewPlan(ctx, params.id ?? '', await readJson(request, plan)));
