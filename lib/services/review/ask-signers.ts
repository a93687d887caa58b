import type { Prisma, Section } from '@/lib/generated/prisma/client';
import type { ReviewPlan } from '@/lib/review/review-plan';
import { type CapacityStanding, capacitiesInTurn } from '@/lib/review/sign-off-standing';
import type { ServiceContext } from '../context/service-context';
import { notifyMember } from '../live/notify-member';
import { signersFor } from './signers';

/** Tells those whose turn it is that a section waits for their signature. */
export async function askSigners(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  section: Section,
  plan: ReviewPlan,
  standings: readonly CapacityStanding[],
): Promise<void> {
  const capacities = capacitiesInTurn(plan, standings);
  const signers = await signersFor(tx, ctx.actor.firmId, capacities, ctx.clock());
  for (const memberId of signers) {
    await notifyMember(ctx, tx, {
      ...{ memberId, kind: 'review-asked', letterId: section.letterId, sectionId: section.id, subjectId: null },
      sentence: `“${section.title}” waits for a signature for ${capacities.join(' or ')}.`,
    });
  }
}
