'use client';

import { useId } from 'react';
import { CONTROL_STYLE } from '@/components/ui/control-style';
import { calendarDay } from '@/components/ui/days-left';
import { Select } from '@/components/ui/select';
import type { SectionReviewView } from '@/lib/services/review/review-views';
import type { useSectionReview } from './use-section-review';

interface SectionDutyProps {
  review: SectionReviewView;
  state: Pick<ReturnType<typeof useSectionReview>, 'busy' | 'act'>;
}

const NOBODY = 'nobody';

/** Who answers for a section and by when; to choose where the member may. */
export function SectionDuty({ review, state: { busy, act } }: SectionDutyProps) {
  const dueId = useId();
  const path = `/api/sections/${review.sectionId}`;
  if (!review.rights.assign.allowed)
    return (
      <p className="text-muted">
        {review.owner ? `Owner: ${review.owner}` : 'No owner'}
        {review.dueOn ? `, due ${calendarDay(review.dueOn)}` : ''}
      </p>
    );
  return (
    <div className="flex flex-wrap gap-3">
      <div className="flex min-w-40 flex-1 flex-col gap-1">
        <span className="font-medium text-sm">Owner</span>
        <Select
          aria-label={`Owner of ${review.title}`}
          value={review.ownerId ?? NOBODY}
          disabled={busy}
          options={[{ value: NOBODY, label: 'Nobody' }, ...review.members.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(value) =>
            void act({ path, method: 'PATCH', body: { ownerId: value === NOBODY ? null : value }, done: 'Owner changed' })
          }
        />
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={dueId} className="font-medium text-sm">
          Due
        </label>
        <input
          id={dueId}
          type="date"
          key={review.dueOn}
          defaultValue={review.dueOn ?? ''}
          disabled={busy}
          onBlur={(event) => {
            const dueOn = event.target.value || null;
            if (dueOn !== review.dueOn) void act({ path, method: 'PATCH', body: { dueOn }, done: 'Due date changed' });
          }}
          className={`${CONTROL_STYLE} h-8`}
        />
      </div>
    </div>
  );
}
