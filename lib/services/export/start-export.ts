import { enqueueTask } from '@/lib/jobs/enqueue-task';
import { canSeePrivileged } from '@/lib/policies/comment';
import { canExportLetter } from '@/lib/policies/letter';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import type { BuildRequest, Overrides } from './build-request';

interface StartExport extends Overrides {
  readonly letterId: string;
  readonly request: BuildRequest;
}

/** Queues an export and gives the task to wait for; what the checks forbid is said when it runs, on the text as it then is. */
export async function startExport(ctx: ServiceContext, input: StartExport): Promise<{ taskId: string }> {
  authorise(canExportLetter(ctx.actor));
  if (input.request.privileged) authorise(canSeePrivileged(ctx.actor));
  await findLetter(ctx.db, ctx.actor.firmId, input.letterId);
  const taskId = await enqueueTask(ctx, { kind: 'letter-export', subjectId: input.letterId, input: { ...input } });
  return { taskId };
}
