import { canMoveToReview } from '@/lib/policies/review';
import { reviewPlanOf } from '@/lib/review/review-plan';
import { type SectionState, sectionStateOf } from '@/lib/review/section-state';
import { isComplete, standingsOf } from '@/lib/review/sign-off-standing';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import { transact } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { askSigners } from './ask-signers';
import { heldSection, holdLetterOf } from './lock-review';
import { setSectionState } from './set-section-state';
import { voidSignOffs } from './void-sign-offs';

interface MoveSection {
  readonly sectionId: string;
  readonly to: Exclude<SectionState, 'signed'>;
}

/**
 * Sends a section to review, or takes it back to drafting. Signatures that stood stand on; where none is missing when it is sent, because it was
 * reopened and nothing was changed, it is signed again at once. Gives the state that it has now.
 */
export async function moveToReview(ctx: ServiceContext, { sectionId, to }: MoveSection): Promise<{ state: SectionState }> {
  return transact(ctx, async (tx, audit) => {
    const { actor, clock, ids } = ctx;
    const { firmId } = actor;
    await holdLetterOf(tx, firmId, sectionId);
    const held = await heldSection(tx, firmId, sectionId);
    authorise(
      canMoveToReview(actor, { firmId: held.firmId, state: sectionStateOf(held.state), frozen: held.frozen, ownerId: held.ownerId }),
    );
    const { section, present } = await voidSignOffs({ firmId, clock, ids }, tx, audit, sectionId);
    if (to === 'drafting') {
      await setSectionState(ctx, tx, audit, section, { to, because: 'taken-back' });
      return { state: to };
    }
    const plan = reviewPlanOf((await findLetter(tx, firmId, section.letterId)).reviewPlan);
    const decisions = await tx.signOff.findMany({ where: { firmId, sectionId }, orderBy: { at: 'asc' } });
    const standings = standingsOf(plan, decisions, present.hash);
    const state = isComplete(standings) ? 'signed' : 'in-review';
    if (state !== section.state && state === 'in-review') await askSigners(ctx, tx, section, plan, standings);
    await setSectionState(ctx, tx, audit, section, { to: state, because: state === 'signed' ? 'signed' : 'sent' });
    return { state };
  });
}
