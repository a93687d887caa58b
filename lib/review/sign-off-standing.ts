import { CAPACITIES, type Capacity } from './capacity';
import type { ReviewPlan } from './review-plan';

/** What of a decision says how it stands. */
export interface DecisionFacts {
  readonly id: string;
  readonly capacity: string;
  readonly decision: string;
  readonly contentHash: string;
  readonly at: Date;
  readonly voidedAt: Date | null;
}

/**
 * missing: nobody decided yet; signed: the newest decision stands on this very content; fallen: it was a signature on other content;
 * refused: it was a refusal.
 */
export type Standing = 'missing' | 'signed' | 'fallen' | 'refused';

export interface CapacityStanding<D extends DecisionFacts = DecisionFacts> {
  readonly capacity: Capacity;
  readonly required: boolean;
  readonly standing: Standing;
  /** the newest decision in this capacity; null where there is none */
  readonly decision: D | null;
}

/**
 * How each capacity stands on a content, computed and never stored: a signature counts only where it was not voided and binds this hash, so
 * that a fallen one never shows as standing before it was settled. Capacities that the plan does not ask for are listed where somebody signed.
 */
export function standingsOf<D extends DecisionFacts>(
  plan: ReviewPlan,
  decisions: readonly D[],
  hash: string,
): readonly CapacityStanding<D>[] {
  const order = [...plan.required, ...CAPACITIES.filter((capacity) => !plan.required.includes(capacity))];
  return order.flatMap((capacity): CapacityStanding<D>[] => {
    const required = plan.required.includes(capacity);
    const decision = newest(decisions.filter((each) => each.capacity === capacity));
    if (!decision) return required ? [{ capacity, required, standing: 'missing', decision: null }] : [];
    return [{ capacity, required, standing: standingOf(decision, hash), decision }];
  });
}

/** The capacities whose signature stands. */
export function signedCapacities(standings: readonly CapacityStanding[]): readonly Capacity[] {
  return standings.filter(({ standing }) => standing === 'signed').map(({ capacity }) => capacity);
}

/** Whether every required signature stands. */
export function isComplete(standings: readonly CapacityStanding[]): boolean {
  return standings.every(({ required, standing }) => !required || standing === 'signed');
}

/** Whose turn it is: the first missing one where they sign in order, all missing ones otherwise. */
export function capacitiesInTurn(plan: ReviewPlan, standings: readonly CapacityStanding[]): readonly Capacity[] {
  const signed = signedCapacities(standings);
  const missing = plan.required.filter((capacity) => !signed.includes(capacity));
  return plan.ordered ? missing.slice(0, 1) : missing;
}

function standingOf(decision: DecisionFacts, hash: string): Standing {
  if (decision.decision === 'refused') return 'refused';
  return decision.voidedAt === null && decision.contentHash === hash ? 'signed' : 'fallen';
}

function newest<D extends DecisionFacts>(decisions: readonly D[]): D | null {
  let found: D | null = null;
  for (const decision of decisions) if (!found || decision.at >= found.at) found = decision;
  return found;
}
