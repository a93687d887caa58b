import { type Capacity, isCapacity } from './capacity';

/** Which signatures each section of a letter needs, and whether they come one after another in that order. */
export interface ReviewPlan {
  readonly required: readonly Capacity[];
  readonly ordered: boolean;
}

export const DEFAULT_PLAN: ReviewPlan = { required: ['legal', 'risk'], ordered: false };

/** The plan that a letter's row holds; legal and risk in parallel where nothing was said. */
export function reviewPlanOf(stored: unknown): ReviewPlan {
  if (typeof stored !== 'object' || stored === null || !('required' in stored) || !Array.isArray(stored.required)) return DEFAULT_PLAN;
  const required = stored.required.filter(isCapacity);
  return required.length === 0 ? DEFAULT_PLAN : { required, ordered: 'ordered' in stored && stored.ordered === true };
}
