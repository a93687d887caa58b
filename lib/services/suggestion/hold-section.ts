import type { Prisma } from '@/lib/generated/prisma/client';
import type { SectionFacts } from '@/lib/policies/section';
import { sectionStateOf } from '@/lib/review/section-state';
import { lockSection } from '../room/lock-section';

export interface HeldFork {
  readonly id: string;
  readonly firmId: string;
  readonly letterId: string;
  readonly sectionId: string;
  readonly memberId: string;
}

export interface HeldSection extends SectionFacts {
  readonly id: string;
  readonly letterId: string;
  readonly forks: ReadonlyMap<string, HeldFork>;
}

/**
 * Holds a section's row and then, in the order of their ids, the rows of all its forks until the transaction ends. Take several sections in the
 * order of their ids. Throws NOT_FOUND for another firm's section.
 */
export async function holdSection(tx: Prisma.TransactionClient, firmId: string, sectionId: string): Promise<HeldSection> {
  const { letterId, state, frozen } = await lockSection(tx, firmId, sectionId);
  const forks = await tx.$queryRaw<{ id: string; memberId: string }[]>`
    SELECT id::text, "memberId"::text FROM "SectionFork"
      WHERE "sectionId" = ${sectionId}::uuid AND "firmId" = ${firmId}::uuid ORDER BY id FOR UPDATE`;
  return {
    id: sectionId,
    firmId,
    letterId,
    state: sectionStateOf(state),
    frozen,
    forks: new Map(forks.map((fork) => [fork.id, { ...fork, firmId, letterId, sectionId }])),
  };
}
