import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { confidentialRequestSchema } from '@/lib/letter/protection/confidential-request';
import { changeConfidentialRequest } from '@/lib/services/protection/change-confidential-request';

export const PUT = actorRoute(async ({ ctx, request, params }) => ({
  request: await changeConfidentialRequest(ctx, params.id ?? '', await readJson(request, confidentialRequestSchema)),
}));
