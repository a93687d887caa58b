import { canReadTask } from '@/lib/policies/task';
import type { ServiceContext } from '../context/service-context';

/** The task that adds the sample to the firm at this moment; null while nobody has asked for it, once it has ended, and for who may not follow it. */
export async function sampleTask(ctx: ServiceContext): Promise<string | null> {
  const task = await ctx.db.task.findFirst({
    where: { firmId: ctx.actor.firmId, kind: 'sample', status: { in: ['queued', 'running'] } },
    select: { id: true, createdById: true },
  });
  return task && canReadTask(ctx.actor, task).allowed ? task.id : null;
}
