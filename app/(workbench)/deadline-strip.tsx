import Link from 'next/link';
import { calendarDay, daysLeft, daysLeftText } from '@/components/ui/days-left';
import type { Deadline } from '@/lib/services/home/get-home';

/** The requests whose comments are due, nearest first; one that has passed stays, because late letters are normal. */
export function DeadlineStrip({ deadlines, now }: { deadlines: readonly Deadline[]; now: string }) {
  if (deadlines.length === 0) return null;
  return (
    <ul aria-label="Deadlines, Eastern time" className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {deadlines.map((deadline) => {
        const days = daysLeft(deadline.commentsClose, now);
        const tone = days < 0 ? 'text-muted' : days <= 14 ? 'text-red' : days <= 30 ? 'text-amber' : 'text-ink';
        return (
          <li key={deadline.requestId}>
            <Link
              href={`/requests/${deadline.requestId}`}
              className="block h-full rounded-lg border px-4 py-3 hover:border-line-strong hover:bg-hover/50"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className={`figures font-semibold text-lg ${tone}`}>{daysLeftText(days)}</span>
                <time dateTime={deadline.commentsClose} className="figures whitespace-nowrap text-muted text-sm">
                  {calendarDay(deadline.commentsClose)} ET
                </time>
              </span>
              <span className="line-clamp-2 block">{deadline.title}</span>
              <span className="block text-muted text-sm">
                {deadline.agencies.join(' and ')} · {deadline.questions} questions ·{' '}
                {deadline.letters === 1 ? '1 letter' : `${deadline.letters} letters`}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
