'use client';

import { CalendarClock } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { calendarDay } from '@/components/ui/days-left';
import type { SectionReviewSummary } from '@/lib/services/review/review-views';
import { SectionStateMark } from './section-state-mark';
import { StandingMark } from './standing-mark';

interface ReviewOutlineProps {
  sections: readonly SectionReviewSummary[];
  chosenId: string | null;
  onChoose: (sectionId: string) => void;
}

/** The letter's sections with state, owner, due date and signatures; those that changed since the member read them say so. */
export function ReviewOutline({ sections, chosenId, onChoose }: ReviewOutlineProps) {
  return (
    <nav aria-label="Sections" className="flex flex-col gap-2 p-3">
      <p className="px-2 text-muted text-sm">
        <kbd>j</kbd> and <kbd>k</kbd> go through them
      </p>
      <ol className="flex flex-col gap-px">
        {sections.map((section) => (
          <li key={section.sectionId}>
            <button
              type="button"
              aria-current={section.sectionId === chosenId ? 'true' : undefined}
              onClick={() => onChoose(section.sectionId)}
              className="flex w-full flex-col gap-1 rounded-md px-2 py-1.5 text-left hover:bg-hover aria-[current]:bg-selected"
            >
              <span className="flex w-full items-start gap-2">
                <span className="figures w-7 shrink-0 text-muted">{section.number.replace(/^Annex /, '')}</span>
                <span className="min-w-0 flex-1 font-medium">{section.title}</span>
              </span>
              <span className="flex flex-wrap items-center gap-1 pl-9">
                <SectionStateMark state={section.state} />
                {section.changedSinceSeen ? <Badge tone="amber">changed since you read it</Badge> : null}
                {section.seenAt === null ? <Badge>not read yet</Badge> : null}
              </span>
              {section.state === 'drafting' && section.standings.every(({ standing }) => standing === 'missing') ? null : (
                <span className="flex flex-wrap gap-1 pl-9">
                  {section.standings.map((standing) => (
                    <StandingMark key={standing.capacity} standing={standing} />
                  ))}
                </span>
              )}
              {section.owner || section.dueOn ? (
                <span className="flex flex-wrap items-center gap-x-2 pl-9 text-muted text-sm">
                  {section.owner}
                  {section.dueOn ? (
                    <span className="inline-flex items-center gap-1">
                      <CalendarClock aria-hidden className="size-3.5" />
                      <span className="sr-only">due </span>
                      {calendarDay(section.dueOn)}
                    </span>
                  ) : null}
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
