import { AppError } from '@/lib/core/errors';
import { canReadSection } from '@/lib/policies/section';
import { reviewPlanOf } from '@/lib/review/review-plan';
import type { SignedContent } from '@/lib/review/signed-content';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import { findSection } from '../section/find-section';
import type { SectionReviewView } from './review-views';
import { sectionReviews } from './section-reviews';

/** A section as a reviewer needs it: what it says now, what they saw and signed last, how each signature stands, and what they may do. */
export async function getSectionReview(ctx: ServiceContext, sectionId: string): Promise<SectionReviewView> {
  const { firmId, memberId } = ctx.actor;
  return ctx.db.$transaction(
    async (tx) => {
      const section = await findSection(tx, firmId, sectionId);
      authorise(canReadSection(ctx.actor, section));
      const letter = await findLetter(tx, firmId, section.letterId);
      const [review] = await sectionReviews(ctx, tx, letter, sectionId);
      if (!review) throw new AppError('NOT_FOUND', 'There is no such section.');
      const reading = await tx.sectionReading.findUnique({ where: { memberId_sectionId: { memberId, sectionId } } });
      const signed = review.decisions.findLast((decision) => decision.memberId === memberId && decision.decision === 'signed');
      const members = await tx.member.findMany({
        where: { firmId, suspendedAt: null },
        select: { id: true, name: true },
        orderBy: { name: 'asc' },
      });
      return {
        ...review.summary,
        letterId: letter.id,
        plan: reviewPlanOf(letter.reviewPlan),
        content: review.present.content,
        seen: reading ? seenContent(reading) : null,
        signed: signed ? seenContent(signed) : null,
        history: review.decisions.map(review.viewOf).toReversed(),
        members,
      };
    },
    { isolationLevel: 'RepeatableRead' },
  );
}

function seenContent({ at, contentHash, content }: { at: Date; contentHash: string; content: unknown }): SectionReviewView['seen'] {
  return { at: at.toISOString(), contentHash, content: content as SignedContent };
}
