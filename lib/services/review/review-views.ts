import type { Decision } from '@/lib/policies/decision';
import type { Capacity } from '@/lib/review/capacity';
import type { ReviewPlan } from '@/lib/review/review-plan';
import type { SectionState } from '@/lib/review/section-state';
import type { Standing } from '@/lib/review/sign-off-standing';
import type { SignedContent } from '@/lib/review/signed-content';
import type { VoidReason } from '@/lib/review/void-reason';

/** One person's decision, as screens show it: "Lee Risk in the place of Ada Abbott". */
export interface DecisionView {
  readonly id: string;
  readonly capacity: Capacity;
  readonly decision: 'signed' | 'refused';
  readonly memberId: string;
  readonly member: string;
  readonly onBehalfOf: string | null;
  readonly reason: string;
  readonly at: string;
  /** why it fell; null while it stands, and for refusals */
  readonly fell: VoidReason | null;
}

/** How a capacity stands on the content as it is now. */
export interface StandingView {
  readonly capacity: Capacity;
  readonly required: boolean;
  readonly standing: Standing;
  readonly decision: DecisionView | null;
}

/** A way in which the member could decide on a section: in their own right, or in somebody's place. */
export interface SigningOffer {
  readonly capacity: Capacity;
  readonly onBehalfOf: { readonly id: string; readonly name: string } | null;
  readonly right: Decision;
}

/** What the member saw of a section, and when. */
export interface SeenContent {
  readonly at: string;
  readonly contentHash: string;
  readonly content: SignedContent;
}

/** Where a section stands in review, without its text. */
export interface SectionReviewSummary {
  readonly sectionId: string;
  readonly title: string;
  readonly number: string;
  readonly state: SectionState;
  readonly ownerId: string | null;
  readonly owner: string | null;
  /** ISO date */
  readonly dueOn: string | null;
  readonly contentHash: string;
  readonly standings: readonly StandingView[];
  readonly offers: readonly SigningOffer[];
  /** null where the member never read it */
  readonly seenAt: string | null;
  /** whether it is not as the member last saw it; false where they never did */
  readonly changedSinceSeen: boolean;
  readonly rights: { readonly move: Decision; readonly reopen: Decision; readonly assign: Decision };
}

/** A section in review with what it says now and what the member saw last. */
export interface SectionReviewView extends SectionReviewSummary {
  readonly letterId: string;
  readonly plan: ReviewPlan;
  readonly content: SignedContent;
  readonly seen: SeenContent | null;
  /** what the member signed last, whether that signature stands or not */
  readonly signed: SeenContent | null;
  /** every decision, newest first */
  readonly history: readonly DecisionView[];
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

export interface DelegationView {
  readonly id: string;
  readonly fromId: string;
  readonly from: string;
  readonly toId: string;
  readonly to: string;
  readonly capacity: Capacity;
  readonly reason: string;
  readonly expiresAt: string;
  readonly revoke: Decision;
}

/** A letter's review as its page shows it. */
export interface LetterReviewView {
  readonly letterId: string;
  readonly title: string;
  readonly plan: ReviewPlan;
  readonly planRight: Decision;
  readonly sections: readonly SectionReviewSummary[];
  /** what the member signs for in their own right */
  readonly capacities: readonly Capacity[];
  /** valid now, lent by the member or to them */
  readonly delegations: readonly DelegationView[];
  /** whom they may lend a right to */
  readonly deputies: readonly { readonly id: string; readonly name: string }[];
}
