import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { installQueue, sendTask } from './queue';

export interface TaskRequest {
  /** A key of TASK_HANDLERS. */
  readonly kind: string;
  readonly subjectId?: string;
  /** Plain JSON for the handler. */
  readonly input: Prisma.InputJsonValue;
  /** What the waiting member reads until a worker begins. */
  readonly message?: string;
}

/**
 * Queues long work and gives the task's id. Give the transaction as `tx` to queue it together with what else is written; without it the task is
 * written by itself. Whether the member may do it is for the calling service to have asked.
 */
export async function enqueueTask(ctx: ServiceContext, request: TaskRequest, tx?: Prisma.TransactionClient): Promise<string> {
  await installQueue(ctx.db);
  const id = ctx.ids();
  const write = async (client: Prisma.TransactionClient) => {
    await client.task.create({
      data: {
        id,
        firmId: ctx.actor.firmId,
        kind: request.kind,
        subjectId: request.subjectId ?? null,
        status: 'queued',
        message: request.message ?? 'Waiting to begin',
        input: request.input,
        createdById: ctx.actor.memberId,
        createdAt: ctx.clock(),
      },
    });
    await sendTask(client, id);
  };
  if (tx) await write(tx);
  else await ctx.db.$transaction(write);
  return id;
}
