import { AppError } from '@/lib/core/errors';
import type { Prisma, Section } from '@/lib/generated/prisma/client';
import { canSign } from '@/lib/policies/review';
import type { Capacity } from '@/lib/review/capacity';
import { type ReviewPlan, reviewPlanOf } from '@/lib/review/review-plan';
import { sectionStateOf } from '@/lib/review/section-state';
import { signedCapacities, standingsOf } from '@/lib/review/sign-off-standing';
import { authorise } from '../context/authorise';
import type { ServiceContext } from '../context/service-context';
import type { Audit } from '../context/transact';
import { findLetter } from '../letter/find-letter';
import { holdFigures } from './figure-lock';
import { heldSection, holdLetterOf } from './lock-review';
import type { PresentContent } from './read-signed-contents';
import { signerRights } from './signers';
import { voidSignOffs } from './void-sign-offs';

/** What a signer sends with a decision on a section. */
export interface DecisionInput {
  readonly sectionId: string;
  readonly capacity: Capacity;
  /** of the content that the signer was shown */
  readonly contentHash: string;
  /** the member in whose place it is, by delegation */
  readonly onBehalfOf?: string;
}

interface OpenDecision {
  readonly section: Section;
  readonly present: PresentContent;
  readonly plan: ReviewPlan;
}

/**
 * Holds a section still and checks that this member may decide on it now, on what they were shown. Throws FORBIDDEN with the rule that is
 * against it, CONFLICT where the content is no longer what was shown, NOT_FOUND for a section of another firm.
 */
export async function openDecision(
  ctx: ServiceContext,
  tx: Prisma.TransactionClient,
  audit: Audit,
  { sectionId, capacity, contentHash, onBehalfOf }: DecisionInput,
): Promise<OpenDecision> {
  const { actor, clock, ids } = ctx;
  const { firmId } = actor;
  await holdFigures(tx, firmId);
  await holdLetterOf(tx, firmId, sectionId);
  const { state, frozen } = await heldSection(tx, firmId, sectionId);
  const { section, present } = await voidSignOffs({ firmId, clock, ids }, tx, audit, sectionId);
  const plan = reviewPlanOf((await findLetter(tx, firmId, section.letterId)).reviewPlan);
  const decisions = await tx.signOff.findMany({ where: { firmId, sectionId }, orderBy: { at: 'asc' } });
  const { own, lent } = await signerRights(tx, firmId, actor.memberId, clock());
  const borrowed = lent.filter(({ fromId }) => fromId === onBehalfOf).map((each) => each.capacity);
  authorise(
    canSign(
      actor,
      { firmId: section.firmId, state: sectionStateOf(state), frozen },
      {
        ...{ capacity, capacities: own, onBehalfOf: onBehalfOf === undefined ? null : borrowed },
        ...{ required: plan.required, ordered: plan.ordered, signed: signedCapacities(standingsOf(plan, decisions, present.hash)) },
      },
    ),
  );
  if (contentHash !== present.hash)
    throw new AppError('CONFLICT', 'This section changed while you read it. Nothing was signed: see what changed, then decide.', {
      contentHash: present.hash,
    });
  return { section, present, plan };
}
