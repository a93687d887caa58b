import * as Y from 'yjs';
import type { Clock } from '@/lib/core/clock';
import type { PrismaClient } from '@/lib/generated/prisma/client';

/**
 * Folds a fork's log into its state, under the fork's row lock, and removes exactly the updates it read. The bytes are merged without making a
 * document of them: words typed into a paragraph that the section then loses stay in the state, where a document would forget them.
 */
export async function compactFork(
  { db, clock }: { readonly db: PrismaClient; readonly clock: Clock },
  { firmId, forkId }: { readonly firmId: string; readonly forkId: string },
): Promise<{ readonly updates: number }> {
  return db.$transaction(
    async (tx) => {
      const [fork] = await tx.$queryRaw<{ generation: number; state: Uint8Array }[]>`
        SELECT generation, state FROM "SectionFork" WHERE id = ${forkId}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
      if (!fork) return { updates: 0 };
      const updates = await tx.forkUpdate.findMany({ where: { forkId, firmId, generation: fork.generation }, orderBy: { id: 'asc' } });
      if (updates.length === 0) return { updates: 0 };
      const state = Buffer.from(Y.mergeUpdates([fork.state, ...updates.map(({ update }) => update)]));
      await tx.sectionFork.update({ where: { id: forkId, firmId }, data: { state, updatedAt: clock() } });
      await tx.forkUpdate.deleteMany({ where: { firmId, id: { in: updates.map(({ id }) => id) } } });
      return { updates: updates.length };
    },
    { timeout: 30_000, maxWait: 10_000 },
  );
}
