'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { SectionReviewView } from '@/lib/services/review/review-views';
import { ReasonDialog } from './reason-dialog';
import type { useSectionReview } from './use-section-review';

interface StateActionsProps {
  review: SectionReviewView;
  state: Pick<ReturnType<typeof useSectionReview>, 'busy' | 'act'>;
}

/** To review, back to drafting, or open again: what leads out of the section's present state. */
export function StateActions({ review, state: { busy, act } }: StateActionsProps) {
  const [reopening, setReopening] = useState(false);
  const path = `/api/sections/${review.sectionId}/state`;
  const { move, reopen } = review.rights;
  const reason = move.allowed ? null : move.reason;
  const send = (to: 'drafting' | 'in-review', done: string) => void act({ path, method: 'PUT', body: { to }, done });
  const complete = review.standings.every(({ required, standing }) => !required || standing === 'signed');
  if (review.state === 'drafting')
    return (
      <Button
        className="self-start"
        disabled={busy}
        disabledReason={reason}
        onClick={() => send('in-review', complete ? 'Signed again' : 'Sent to review')}
      >
        {complete ? 'Close again: every signature stands' : 'Send to review'}
      </Button>
    );
  if (review.state === 'in-review')
    return (
      <span className="flex flex-wrap gap-2">
        {complete ? (
          <Button disabled={busy} disabledReason={reason} onClick={() => send('in-review', 'Signed again')}>
            Close again: every signature stands
          </Button>
        ) : null}
        <Button disabled={busy} disabledReason={reason} onClick={() => send('drafting', 'Back to drafting')}>
          Back to drafting
        </Button>
      </span>
    );
  return (
    <>
      <Button
        className="self-start"
        disabled={busy}
        disabledReason={reopen.allowed ? null : reopen.reason}
        onClick={() => setReopening(true)}
      >
        Reopen…
      </Button>
      <ReasonDialog
        open={reopening}
        title={`Reopen “${review.title}”?`}
        action="Reopen"
        busy={busy}
        onClose={() => setReopening(false)}
        onDone={(text) => act({ path, method: 'POST', body: { to: 'drafting', reason: text }, done: 'Open for changes' })}
      >
        Its text can be changed again. The signatures stand until something in it changes; then those fall, and their signers are told.
      </ReasonDialog>
    </>
  );
}
