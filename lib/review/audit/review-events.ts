import type { ReviewPlan } from '../review-plan';

interface SectionSubject {
  readonly type: 'section';
  readonly id: string;
}

interface SignOffData {
  readonly letterId: string;
  readonly signOffId: string;
  readonly capacity: string;
  /** the hash of what was decided on */
  readonly contentHash: string;
  /** in whose place, by delegation; null where the signer decided for themselves */
  readonly onBehalfOfId: string | null;
}

interface DelegationSubject {
  readonly type: 'delegation';
  readonly id: string;
}

/** What the log says of review: states of sections, decisions of signers, and whose right was lent to whom. */
export type ReviewEvent =
  | {
      readonly type: 'section.state-changed';
      readonly subject: SectionSubject;
      readonly data: {
        readonly letterId: string;
        readonly from: string;
        readonly to: string;
        /** sent, taken-back, signed, refused, reopened, signature-fell, plan-changed */
        readonly because: string;
        /** the reason that a person gave; "" where none is asked for */
        readonly reason: string;
      };
    }
  | { readonly type: 'sign-off.signed'; readonly subject: SectionSubject; readonly data: SignOffData }
  | { readonly type: 'sign-off.refused'; readonly subject: SectionSubject; readonly data: SignOffData & { readonly reason: string } }
  | {
      readonly type: 'sign-off.voided';
      readonly subject: SectionSubject;
      readonly data: {
        readonly letterId: string;
        readonly signOffId: string;
        readonly capacity: string;
        readonly signerId: string;
        /** the hash that was signed, and the one that stands now */
        readonly before: string;
        readonly after: string;
        readonly summary: string;
        /** names of those who changed it, where that is known */
        readonly by: readonly string[];
      };
    }
  | {
      readonly type: 'letter.review-plan-changed';
      readonly subject: { readonly type: 'letter'; readonly id: string };
      readonly data: {
        readonly before: ReviewPlan;
        readonly after: ReviewPlan;
        /** sections that were signed and now lack a signature */
        readonly returned: readonly string[];
        /** sections in review that now have every signature */
        readonly completed: readonly string[];
      };
    }
  | {
      readonly type: 'delegation.made';
      readonly subject: DelegationSubject;
      readonly data: {
        readonly toId: string;
        readonly toName: string;
        readonly capacity: string;
        readonly expiresAt: string;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'delegation.revoked';
      readonly subject: DelegationSubject;
      readonly data: { readonly fromId: string; readonly toId: string; readonly capacity: string };
    }
  | {
      readonly type: 'member.capacities-changed';
      readonly subject: { readonly type: 'member'; readonly id: string };
      readonly data: { readonly name: string; readonly from: readonly string[]; readonly to: readonly string[] };
    };
