import { readJson } from '@/lib/http/read-json';
import { actorRoute } from '@/lib/http/route';
import { listSubmissions } from '@/lib/services/submission/list-submissions';
import { recordSubmission, submissionInput } from '@/lib/services/submission/record-submission';

export const GET = actorRoute(({ ctx, params }) => listSubmissions(ctx, params.id ?? ''));

export const POST = actorRoute(async ({ ctx, request, params }) =>
  recordSubmission(ctx, params.id ?? '', await readJson(request, submissionInput)),
);
