import { z } from 'zod';
import { readJson } from '@/lib/http/read-json';
import { publicRoute } from '@/lib/http/route';
import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { completeSetup, setupInput } from '@/lib/services/firm/complete-setup';

const body = setupInput.extend({ sample: z.boolean().default(false) });

export const POST = publicRoute(async ({ ctx, request }) => {
  const { sample, ...input } = await readJson(request, body);
  const administrator = await completeSetup(ctx, input);
  const sampleTaskId = sample ? await enqueueTask(administrator, { kind: 'sample', input: {}, message: 'Adding the sample letter' }) : null;
  return { sampleTaskId };
});
