import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { canExportLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import type { Overrides } from '../export/build-request';
import { findLetter } from '../letter/find-letter';

/** Queues the making of a package and gives the task to wait for. */
export async function startPackage(ctx: ServiceContext, input: Overrides & { readonly letterId: string }): Promise<{ taskId: string }> {
  authorise(canExportLetter(ctx.actor));
  await findLetter(ctx.db, ctx.actor.firmId, input.letterId);
  const taskId = await enqueueTask(ctx, { kind: 'letter-package', subjectId: input.letterId, input: { ...input } });
  return { taskId };
}
