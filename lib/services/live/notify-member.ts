import type { Prisma } from '@/lib/generated/prisma/client';
import type { NotificationKind } from '@/lib/review/notification';
import type { ServiceContext } from '../context/service-context';
import { announce } from './announce';

interface Notice {
  readonly memberId: string;
  readonly kind: NotificationKind;
  readonly letterId: string | null;
  readonly sectionId: string | null;
  /** the thread, suggestion or signature that it is about */
  readonly subjectId: string | null;
  /** one sentence without anything privileged: it may leave by e-mail */
  readonly sentence: string;
}

/** Puts a notice into a member's inbox, in the transaction of what it tells of. Nobody is told of what they did themselves. */
export async function notifyMember(ctx: ServiceContext, tx: Prisma.TransactionClient, notice: Notice): Promise<void> {
  const { actor, clock, ids } = ctx;
  if (notice.memberId === actor.memberId) return;
  await tx.notification.create({ data: { id: ids(), firmId: actor.firmId, actorName: actor.name, createdAt: clock(), ...notice } });
  await announce(tx, { topic: 'inbox', firmId: actor.firmId, memberId: notice.memberId });
}
