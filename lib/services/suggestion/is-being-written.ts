import type { Prisma } from '@/lib/generated/prisma/client';
import type { ServiceContext } from '../context/service-context';
import type { HeldFork } from './hold-section';

/** After the last letter, this long. */
const QUIET_FOR_MS = 2_000;

/**
 * Whether the author of a copy is writing in it at this moment. Deciding makes the copy anew, and that is not done under somebody's hands: what
 * is typed in the same instant would have to be carried over.
 */
export async function isBeingWritten({ clock }: ServiceContext, tx: Prisma.TransactionClient, fork: HeldFork): Promise<boolean> {
  const now = clock().getTime();
  const between = { gt: new Date(now - QUIET_FOR_MS), lt: new Date(now + QUIET_FOR_MS) };
  return (await tx.forkUpdate.count({ where: { forkId: fork.id, firmId: fork.firmId, at: between } })) > 0;
}
