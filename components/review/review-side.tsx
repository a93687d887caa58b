'use client';

import { SectionDuty } from './section-duty';
import { SectionStateMark } from './section-state-mark';
import { SignActions } from './sign-actions';
import { DecisionLine, StandingList } from './standing-list';
import { StateActions } from './state-actions';
import type { useSectionReview } from './use-section-review';

/** The decision on the chosen section: its signatures, signing and refusing, its state, and every decision before. */
export function ReviewSide({ state }: { state: ReturnType<typeof useSectionReview> }) {
  const { review } = state;
  if (!review) return null;
  const earlier = review.history.filter(({ id }) => !review.standings.some(({ decision }) => decision?.id === id));
  return (
    <section aria-label="This section" className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold text-md">This section</h2>
        <SectionStateMark state={review.state} />
      </div>
      <StandingList standings={review.standings} />
      <SignActions review={review} state={state} />
      <StateActions review={review} state={state} />
      <SectionDuty review={review} state={state} />
      {earlier.length > 0 ? (
        <details>
          <summary className="cursor-pointer text-muted">Earlier decisions ({earlier.length})</summary>
          <ul className="mt-1 flex flex-col gap-1">
            {earlier.map((decision) => (
              <li key={decision.id}>
                {decision.decision === 'signed' ? 'Signed' : 'Refused'} for {decision.capacity}: <DecisionLine decision={decision} />
                {decision.fell ? <span className="block text-muted text-sm">Fell: {decision.fell.summary}.</span> : null}
                {decision.reason ? <span className="block text-sm">“{decision.reason}”</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
