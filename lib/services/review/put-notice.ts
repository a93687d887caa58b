import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { Prisma } from '@/lib/generated/prisma/client';
import type { NotificationKind } from '@/lib/review/notification';
import { announce } from '../live/announce';

interface Notice {
  readonly memberId: string;
  readonly kind: NotificationKind;
  readonly letterId: string;
  readonly sectionId: string;
  readonly subjectId: string;
  readonly actorName: string;
  readonly sentence: string;
}

/** A notice of the product itself: unlike notifyMember it also goes to whoever caused it, because a signature that falls is easily not seen. */
export async function putNotice(
  { firmId, clock, ids }: { readonly firmId: string; readonly clock: Clock; readonly ids: IdSource },
  tx: Prisma.TransactionClient,
  notice: Notice,
): Promise<void> {
  await tx.notification.create({ data: { id: ids(), firmId, createdAt: clock(), ...notice } });
  await announce(tx, { topic: 'inbox', firmId, memberId: notice.memberId });
}
