import type { ServiceContext } from '../context/service-context';

/** The task that adds the sample to the firm at this moment; null while nobody has asked for it, and once it has ended. */
export async function sampleTask(ctx: ServiceContext): Promise<string | null> {
  const task = await ctx.db.task.findFirst({
    where: { firmId: ctx.actor.firmId, kind: 'sample', status: { in: ['queued', 'running'] } },
    select: { id: true },
  });
  return task?.id ?? null;
}
