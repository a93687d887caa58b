import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { analysisInputSchema } from '@/lib/services/analysis/analysis-input';
import { createAnalysis } from '@/lib/services/analysis/create-analysis';

export const POST = actorRoute(async ({ ctx, request }) => createAnalysis(ctx, await readJson(request, analysisInputSchema)));
