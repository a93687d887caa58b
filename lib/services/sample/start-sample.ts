import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { canCreateLetter } from '@/lib/policies/letter';
import { canImportPortfolio } from '@/lib/policies/portfolio';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { sampleTask } from './sample-task';

/** Queues the adding of the sample; the task that adds it already is given where there is one. */
export async function startSample(ctx: ServiceContext): Promise<{ taskId: string }> {
  authorise(canImportPortfolio(ctx.actor));
  authorise(canCreateLetter(ctx.actor));
  const present = await sampleTask(ctx);
  if (present !== null) return { taskId: present };
  return { taskId: await enqueueTask(ctx, { kind: 'sample', input: {}, message: 'Adding the sample letter' }) };
}
