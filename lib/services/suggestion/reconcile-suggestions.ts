import type { Clock } from '@/lib/core/clock';
import type { IdSource } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { settleFork } from './settle-fork';

interface SectionHandle {
  readonly firmId: string;
  readonly sectionId: string;
}

/**
 * Makes the suggestions of a section say what its forks differ in now: one transaction per fork, under its row lock. Call it whenever the text
 * of the section or of a fork has settled; where nothing changed it writes nothing and tells nobody.
 */
export async function reconcileSuggestions(
  writer: { readonly db: PrismaClient; readonly clock: Clock; readonly ids: IdSource },
  { firmId, sectionId }: SectionHandle,
): Promise<void> {
  const forks = await writer.db.sectionFork.findMany({
    where: { firmId, sectionId },
    orderBy: { id: 'asc' },
    select: { id: true, memberId: true, section: { select: { letterId: true } } },
  });
  for (const { id, memberId, section } of forks) {
    const fork = { id, memberId, firmId, sectionId, letterId: section.letterId };
    await writer.db.$transaction(
      async (tx) => {
        const held = await tx.$queryRaw<
          unknown[]
        >`SELECT id FROM "SectionFork" WHERE id = ${id}::uuid AND "firmId" = ${firmId}::uuid FOR UPDATE`;
        if (held.length > 0) await settleFork(writer, tx, fork);
      },
      { timeout: 30_000, maxWait: 10_000 },
    );
  }
}
