'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { SectionReviewView, SigningOffer } from '@/lib/services/review/review-views';
import { ReasonDialog } from './reason-dialog';
import type { useSectionReview } from './use-section-review';

interface SignActionsProps {
  review: SectionReviewView;
  state: Pick<ReturnType<typeof useSectionReview>, 'busy' | 'act'>;
}

/** Signing and refusing, in each way in which the member can; a way that is closed now says why. */
export function SignActions({ review, state: { busy, act } }: SignActionsProps) {
  const [refusing, setRefusing] = useState<SigningOffer | null>(null);
  if (review.offers.length === 0) return null;
  const path = `/api/sections/${review.sectionId}/sign-offs`;
  const bodyOf = ({ capacity, onBehalfOf }: SigningOffer) => ({
    ...{ capacity, contentHash: review.contentHash },
    ...(onBehalfOf ? { onBehalfOf: onBehalfOf.id } : {}),
  });
  return (
    <div className="flex flex-col gap-2">
      {review.offers.map((offer) => (
        <div key={`${offer.capacity}${offer.onBehalfOf?.id ?? ''}`} className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            disabled={busy}
            data-review-act="sign"
            disabledReason={offer.right.allowed ? null : offer.right.reason}
            onClick={() =>
              void act({ path, method: 'POST', body: { decision: 'signed', ...bodyOf(offer) }, done: `Signed for ${offer.capacity}` })
            }
          >
            Sign {wordsOf(offer)}
          </Button>
          <Button
            disabled={busy}
            data-review-act="refuse"
            disabledReason={offer.right.allowed ? null : offer.right.reason}
            onClick={() => setRefusing(offer)}
          >
            Refuse…
          </Button>
        </div>
      ))}
      <ReasonDialog
        open={refusing !== null}
        title={`Refuse to sign “${review.title}”?`}
        action="Refuse to sign"
        busy={busy}
        onClose={() => setRefusing(null)}
        onDone={(reason) =>
          refusing
            ? act({
                path,
                method: 'POST',
                body: { decision: 'refused', reason, ...bodyOf(refusing) },
                done: `Refused for ${refusing.capacity}`,
              })
            : Promise.resolve(false)
        }
      >
        The section goes back to drafting. Its owner and legal are told, and everybody who reads the letter sees the reason.
      </ReasonDialog>
    </div>
  );
}

function wordsOf({ capacity, onBehalfOf }: SigningOffer): string {
  return onBehalfOf ? `for ${capacity} in the place of ${onBehalfOf.name}` : `for ${capacity}`;
}
