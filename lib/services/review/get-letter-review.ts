import { canReadLetter } from '@/lib/policies/letter';
import { canDelegate, canPlanReview, canRevokeDelegation } from '@/lib/policies/review';
import { isCapacity } from '@/lib/review/capacity';
import { reviewPlanOf } from '@/lib/review/review-plan';
import { roleOf } from '../context/actor-of-member';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { findLetter } from '../letter/find-letter';
import type { DelegationView, LetterReviewView } from './review-views';
import { sectionReviews } from './section-reviews';
import { signerRights } from './signers';

/** A letter's review: its plan, how each section stands, and the rights that the member lent or was lent. */
export async function getLetterReview(ctx: ServiceContext, letterId: string): Promise<LetterReviewView> {
  const { actor, db, clock } = ctx;
  const { firmId, memberId } = actor;
  authorise(canReadLetter(actor));
  const letter = await findLetter(db, firmId, letterId);
  const [reviews, delegations, members, { own }] = await Promise.all([
    sectionReviews(ctx, db, letter),
    db.signOffDelegation.findMany({
      where: { firmId, revokedAt: null, expiresAt: { gt: clock() }, OR: [{ fromId: memberId }, { toId: memberId }] },
      orderBy: { createdAt: 'asc' },
    }),
    db.member.findMany({ where: { firmId }, orderBy: { name: 'asc' } }),
    signerRights(db, firmId, memberId, clock()),
  ]);
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? 'A former member';
  const [lends] = own;
  return {
    ...{
      letterId,
      title: letter.title,
      plan: reviewPlanOf(letter.reviewPlan),
      planRight: canPlanReview(actor, { frozen: letter.frozenAt !== null }),
    },
    sections: reviews.map(({ summary }) => summary),
    capacities: own,
    delegations: delegations.flatMap(({ id, fromId, toId, capacity, reason, expiresAt }): DelegationView[] =>
      isCapacity(capacity)
        ? [
            {
              ...{ id, fromId, from: nameOf(fromId), toId, to: nameOf(toId), capacity, reason },
              ...{ expiresAt: expiresAt.toISOString(), revoke: canRevokeDelegation(actor, { fromId }) },
            },
          ]
        : [],
    ),
    deputies: members
      .filter(
        ({ id, role, suspendedAt }) =>
          lends && suspendedAt === null && canDelegate(actor, own, lends, { memberId: id, role: roleOf(role) }).allowed,
      )
      .map(({ id, name }) => ({ id, name })),
  };
}
