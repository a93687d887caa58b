import type { Letter, Prisma } from '@/lib/generated/prisma/client';
import type { Anchor } from '@/lib/letter/anchors/anchor';
import type { OpenWork } from '@/lib/letter/checks/check-open-work';
import { canSeePrivileged } from '@/lib/policies/comment';
import type { ServiceContext } from '../context/service-context';
import { sectionReviews } from '../review/section-reviews';

/** What waits in a letter's sections, as far as this member may know: privileged threads only for legal. */
export async function openWorkOf(ctx: ServiceContext, tx: Prisma.TransactionClient, letter: Letter): Promise<OpenWork> {
  const { firmId } = ctx.actor;
  const hidden = canSeePrivileged(ctx.actor).allowed ? {} : { privileged: false };
  const [threads, suggestions, reviews] = [
    await tx.commentThread.findMany({
      where: { firmId, letterId: letter.id, resolvedAt: null, ...hidden },
      select: { sectionId: true, anchor: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    await tx.suggestion.findMany({
      where: { firmId, letterId: letter.id, state: 'open' },
      select: { sectionId: true, authorName: true },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
    await sectionReviews(ctx, tx, letter),
  ];
  return {
    threads: threads.map(({ sectionId, anchor }) => ({ sectionId, ...placeOf(anchor as unknown as Anchor) })),
    suggestions,
    missingSignatures: reviews.map(({ summary }) => ({
      sectionId: summary.sectionId,
      capacities: summary.standings.flatMap(({ capacity, required, standing }) => (required && standing !== 'signed' ? [capacity] : [])),
    })),
  };
}

function placeOf(anchor: Anchor): { readonly nodeId: string | null; readonly quote: string } {
  if (anchor.kind === 'section') return { nodeId: null, quote: '' };
  return { nodeId: anchor.kind === 'text' ? anchor.blockId : anchor.nodeId, quote: anchor.quote };
}
