'use client';

import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { MovedNotice } from './moved-notice';
import { SectionDuty } from './section-duty';
import { SectionStateMark } from './section-state-mark';
import { SignActions } from './sign-actions';
import { StandingList } from './standing-list';
import { StateActions } from './state-actions';
import { useSectionReview } from './use-section-review';

interface ReviewPanelProps {
  letterId: string;
  /** the section that is open; null while none is */
  sectionId: string | null;
  /** told after each act of the member, so that the page around shows the new state */
  onChanged?: () => void;
}

/** The open section's state, owner, due date and signatures, and what the member may do about them. Live inside a LetterNewsProvider. */
export function ReviewPanel({ letterId, sectionId, onChanged }: ReviewPanelProps) {
  const state = useSectionReview(sectionId, onChanged);
  const { review, fault } = state;
  if (sectionId === null) return <p className="text-muted">Click into a section to see who has to sign it.</p>;
  if (fault)
    return (
      <Notice tone="red" title="Not read">
        {fault}
      </Notice>
    );
  if (!review) return <p className="text-muted">Reading…</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 font-medium">{review.title}</span>
        <SectionStateMark state={review.state} />
      </div>
      {review.state === 'signed' ? <p className="text-muted">Its text is read-only until somebody reopens it.</p> : null}
      <section className="flex flex-col gap-2">
        <h3 className="font-semibold">Signatures</h3>
        {review.plan.ordered ? <p className="text-muted text-sm">One after another: {review.plan.required.join(', then ')}.</p> : null}
        <StandingList standings={review.standings} />
      </section>
      {review.changedSinceSeen ? (
        <Notice tone="amber" title="Changed since you last read it">
          <ButtonLink size="sm" href={`/letters/${letterId}/review?section=${review.sectionId}`}>
            See what changed
          </ButtonLink>
        </Notice>
      ) : null}
      {state.moved ? <MovedNotice onShow={state.reload} /> : null}
      <SignActions review={review} state={state} />
      <StateActions review={review} state={state} />
      <SectionDuty review={review} state={state} />
    </div>
  );
}
