'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { SectionReviewView } from '@/lib/services/review/review-views';
import { MovedNotice } from './moved-notice';
import { SectionDifferences } from './section-differences';
import type { useSectionReview } from './use-section-review';

type Since = 'read' | 'signed' | 'nothing';

/** The text of the chosen section: what changed in it since the member last read or signed it, or all of it as it is. */
export function ReviewReading({ state: { review, fault, busy, moved, act, reload } }: { state: ReturnType<typeof useSectionReview> }) {
  const [wanted, setWanted] = useState<Since | null>(null);
  if (fault)
    return (
      <div className="p-4">
        <Notice tone="red" title="Not read">
          {fault}
        </Notice>
      </div>
    );
  if (!review) return <p className="p-6 text-muted">Reading…</p>;
  const choices = choicesOf(review);
  const since = choices.some(({ value }) => value === wanted) && wanted ? wanted : (choices[0]?.value ?? 'nothing');
  const base = since === 'read' ? review.seen : since === 'signed' ? review.signed : null;
  const read = review.seen?.contentHash === review.contentHash;
  return (
    <div className="min-h-full bg-desk px-4 py-4">
      <article aria-label={review.title} className="mx-auto flex w-full max-w-[8in] flex-col gap-3">
        <header className="flex flex-wrap items-end justify-between gap-3">
          <div className="min-w-0">
            <h2 className="font-semibold text-lg">{`${review.number} ${review.title}`.trim()}</h2>
            <p className="text-muted">
              {base === null ? (
                'The whole text as it is now.'
              ) : base.contentHash === review.contentHash ? (
                'Nothing changed since.'
              ) : (
                <>
                  What changed since <Instant iso={base.at} />.
                </>
              )}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <div className="w-44">
              <Select aria-label="Show what changed" value={since} options={choices} onChange={(value) => setWanted(value as Since)} />
            </div>
            <Button
              data-review-act="read"
              aria-keyshortcuts="r"
              disabled={busy}
              disabledReason={read ? 'You have read it as it is now.' : null}
              onClick={() =>
                void act({
                  ...{ path: `/api/sections/${review.sectionId}/review/reading`, method: 'PUT' },
                  ...{ body: { contentHash: review.contentHash }, done: 'Marked as read' },
                })
              }
            >
              {read ? 'Read' : 'Mark as read'}
            </Button>
          </div>
        </header>
        {moved ? <MovedNotice onShow={reload} /> : null}
        <SectionDifferences before={base?.content ?? null} now={review.content} />
      </article>
    </div>
  );
}

/** A signature that fell is the first thing to compare with. */
function choicesOf(review: SectionReviewView): readonly { value: Since; label: string }[] {
  const read = review.seen ? [{ value: 'read' as const, label: 'Since I last read it' }] : [];
  const signed = review.signed ? [{ value: 'signed' as const, label: 'Since I signed it' }] : [];
  const fell = review.signed !== null && review.signed.contentHash !== review.contentHash;
  return [...(fell ? [...signed, ...read] : [...read, ...signed]), { value: 'nothing', label: 'The whole text' }];
}
