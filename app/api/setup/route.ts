import { readJson } from '@/lib/http/read-json';
import { publicRoute } from '@/lib/http/route';
import { completeSetup, setupInput } from '@/lib/services/firm/complete-setup';

const body = setupInput;

export const POST = publicRoute(async ({ ctx, request }) => {
  await completeSetup(ctx, await readJson(request, body));
  return {};
});
