import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { analysisInputSchema } from '@/lib/services/analysis/analysis-input';
import { updateAnalysis } from '@/lib/services/analysis/update-analysis';

export const PUT = actorRoute(async ({ ctx, request, params }) =>
  updateAnalysis(ctx, { ...(await readJson(request, analysisInputSchema)), analysisId: params.id ?? '' }),
);
