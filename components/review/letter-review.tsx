'use client';

import { useCallback, useState } from 'react';
import { useLetterNews } from '@/components/live/letter-news';
import { ButtonLink } from '@/components/ui/button-link';
import { callApi } from '@/components/ui/call-api';
import { EmptyState } from '@/components/ui/empty-state';
import { SplitPane } from '@/components/ui/split-pane';
import type { LetterReviewView } from '@/lib/services/review/review-views';
import { DelegationList } from './delegation-list';
import { PlanDialog } from './plan-dialog';
import { ReviewOutline } from './review-outline';
import { ReviewReading } from './review-reading';
import { ReviewSide } from './review-side';
import { SignSeveral } from './sign-several';
import { useReviewKeys } from './use-review-keys';
import { useSectionReview } from './use-section-review';

interface LetterReviewProps {
  letter: LetterReviewView;
  initialSection: string | null;
}

/** A letter's review: sections with their signatures, what changed in one since it was last read, and the decision on it. */
export function LetterReview({ letter: given, initialSection }: LetterReviewProps) {
  const [letter, setLetter] = useState(given);
  const { sections } = letter;
  const [chosenId, setChosenId] = useState(() => initialSection ?? firstToRead(given));
  const reload = useCallback(async () => {
    try {
      setLetter(await callApi<LetterReviewView>(`/api/letters/${given.letterId}/review`));
    } catch {
      // the page keeps what it shows; the next news tries again
    }
  }, [given.letterId]);
  useLetterNews('review', () => void reload());
  const state = useSectionReview(chosenId, reload);
  useReviewKeys(
    sections.map(({ sectionId }) => sectionId),
    chosenId,
    setChosenId,
  );

  return (
    <div className="flex min-h-0 flex-col lg:h-full">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-2">
        <h1 className="min-w-0 flex-1 truncate font-semibold text-md" title={letter.title}>
          Review of {letter.title}
        </h1>
        <PlanDialog letter={letter} onChanged={reload} />
        <ButtonLink size="sm" href={`/letters/${letter.letterId}`}>
          Open the letter
        </ButtonLink>
      </header>
      <div className="min-h-0 flex-1">
        <SplitPane
          leftLabel="Sections"
          rightLabel="Decision"
          left={<ReviewOutline sections={sections} chosenId={chosenId} onChoose={setChosenId} />}
          right={
            <div className="flex flex-col gap-6 p-4">
              <ReviewSide state={state} />
              <SignSeveral letter={letter} onDone={reload} />
              <DelegationList letter={letter} onChanged={reload} />
            </div>
          }
        >
          {sections.length === 0 ? (
            <div className="p-6">
              <EmptyState title="This letter has no sections yet">Add sections in the letter; then they can be reviewed.</EmptyState>
            </div>
          ) : (
            <ReviewReading state={state} />
          )}
        </SplitPane>
      </div>
    </div>
  );
}

/** What waits for the member comes first, then what changed since they read it. */
function firstToRead({ sections }: LetterReviewView): string | null {
  const waits = sections.find(({ offers }) => offers.some(({ right }) => right.allowed));
  return (waits ?? sections.find(({ changedSinceSeen }) => changedSinceSeen) ?? sections[0])?.sectionId ?? null;
}
