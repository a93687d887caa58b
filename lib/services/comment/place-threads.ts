import type { Clock } from '@/lib/core/clock';
import { contentHash } from '@/lib/core/hash';
import type { CommentThread, Prisma, PrismaClient } from '@/lib/generated/prisma/client';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { ProseNode } from '@/lib/letter/schema/prose-node';
import { announce } from '../live/announce';
import { placeAnchor } from './place-anchor';

export interface AnchorKeeper {
  readonly db: PrismaClient;
  readonly clock: Clock;
}

/** Keeps where each of these threads is in its section's text, which was read already. Returns how many lost or found their place. */
export async function placeThreads(
  { db, clock }: AnchorKeeper,
  threads: readonly CommentThread[],
  bodies: ReadonlyMap<string, ProseNode>,
): Promise<number> {
  let turned = 0;
  for (const thread of threads) {
    const body = bodies.get(thread.sectionId);
    if (!body) continue;
    const before = thread.anchor as unknown as Anchor;
    const after = placeAnchor(before, body);
    const turns = (after === null) !== (thread.orphanedAt !== null);
    const moved = after !== null && contentHash(after) !== contentHash(before);
    if (!turns && !moved) continue;
    const kept = await db.$transaction(async (tx) => {
      const { count } = await tx.commentThread.updateMany({
        where: { id: thread.id, orphanedAt: thread.orphanedAt === null ? null : { not: null } },
        data: {
          ...(after === null ? {} : { anchor: after as unknown as Prisma.InputJsonObject }),
          ...(turns ? { orphanedAt: after === null ? clock() : null } : {}),
        },
      });
      const { firmId, letterId, sectionId, privileged } = thread;
      if (turns && count > 0) await announce(tx, { topic: 'letter', about: 'comments', firmId, letterId, sectionId, privileged });
      return count > 0;
    });
    if (turns && kept) turned += 1;
  }
  return turned;
}
