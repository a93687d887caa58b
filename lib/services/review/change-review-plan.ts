import { AppError } from '@/lib/core/errors';
import { canPlanReview } from '@/lib/policies/review';
import { type ReviewPlan, reviewPlanOf } from '@/lib/review/review-plan';
import { capacitiesInTurn, isComplete, standingsOf } from '@/lib/review/sign-off-standing';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { lockLetter } from '../letter/lock-letter';
import { announce } from '../live/announce';
import { askSigners } from './ask-signers';
import { setSectionState } from './set-section-state';
import { voidSignOffs } from './void-sign-offs';

interface PlanChange {
  /** signed sections that lack a signature now: in review again, and open for changes */
  readonly returned: readonly string[];
  /** sections in review that have every signature now */
  readonly completed: readonly string[];
}

/**
 * Says which signatures the sections of a letter need and whether they come in order, and looks at each section again under the new plan. No
 * signature falls by it. Throws INVALID_INPUT where nobody or somebody twice would have to sign.
 */
export async function changeReviewPlan(ctx: ServiceContext, letterId: string, plan: ReviewPlan): Promise<PlanChange> {
  if (plan.required.length === 0) throw new AppError('INVALID_INPUT', 'At least one signature is needed.');
  if (new Set(plan.required).size < plan.required.length) throw new AppError('INVALID_INPUT', 'Each capacity signs once.');
  return transact(ctx, async (tx, audit) => {
    const { actor, clock, ids } = ctx;
    const { firmId } = actor;
    const letter = await lockLetter(tx, firmId, letterId);
    authorise(canPlanReview(actor, { frozen: letter.frozenAt !== null }));
    const before = reviewPlanOf(letter.reviewPlan);
    const after: ReviewPlan = { required: plan.required, ordered: plan.ordered };
    await tx.letter.update({ where: { id: letterId }, data: { reviewPlan: { required: [...plan.required], ordered: plan.ordered } } });
    const rows = await tx.section.findMany({ where: { firmId, letterId, state: { not: 'drafting' } }, orderBy: { id: 'asc' } });
    const returned: string[] = [];
    const completed: string[] = [];
    for (const { id, state } of rows) {
      const { section, present } = await voidSignOffs({ firmId, clock, ids }, tx, audit, id);
      const decisions = await tx.signOff.findMany({ where: { firmId, sectionId: id }, orderBy: { at: 'asc' } });
      const standings = standingsOf(after, decisions, present.hash);
      const complete = isComplete(standings);
      if (section.state === 'in-review' && complete) {
        completed.push(id);
        await setSectionState(ctx, tx, audit, section, { to: 'signed', because: 'plan-changed' });
      } else if (!complete) {
        if (state === 'signed') returned.push(id);
        const asked = state === 'signed' ? [] : capacitiesInTurn(before, standingsOf(before, decisions, present.hash));
        const anew = capacitiesInTurn(after, standings).some((capacity) => !asked.includes(capacity));
        if (anew) await askSigners(ctx, tx, section, after, standings);
      }
    }
    await announce(tx, { topic: 'letter', about: 'review', firmId, letterId, sectionId: null });
    audit({ type: 'letter.review-plan-changed', subject: { type: 'letter', id: letterId }, data: { before, after, returned, completed } });
    return { returned, completed };
  });
}
