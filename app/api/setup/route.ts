import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { publicRoute } from '@/lib/http/route';
import { completeSetup, setupInput } from '@/lib/services/firm/complete-setup';
import { startSample } from '@/lib/services/sample/start-sample';

const body = setupInput.extend({ sample: z.boolean().default(false) });

export const POST = publicRoute(async ({ ctx, request }) => {
  const { sample, ...input } = await readJson(request, body);
  const administrator = await completeSetup(ctx, input);
  const sampleTaskId = sample ? (await startSample(administrator)).taskId : null;
  return { sampleTaskId };
});
