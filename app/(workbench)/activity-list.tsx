import Link from 'next/link';
import { easternClock, easternDate } from '@/components/ui/eastern-time';
import type { Activity } from '@/lib/services/home/list-activity';

/** What members did, newest first, under the Eastern day on which they did it. */
export function ActivityList({ activity }: { activity: readonly Activity[] }) {
  return (
    <div className="p-4">
      <h2 className="mb-2 font-semibold text-md">Activity</h2>
      {activity.length === 0 ? <p className="text-muted">Nothing was done yet.</p> : null}
      <ol className="flex flex-col gap-2.5">
        {activity.map((act, index) => {
          const day = easternDate(act.at);
          const before = activity[index - 1];
          return (
            <li key={act.sequence}>
              {before && easternDate(before.at) === day ? null : <p className="mt-1 mb-1 font-medium text-faint text-xs">{day}</p>}
              <span className="grid grid-cols-[4rem_1fr] gap-1">
                <time dateTime={act.at} className="figures whitespace-nowrap text-faint text-sm leading-5">
                  {easternClock(act.at)}
                </time>
                <span>
                  <span className="font-medium">{act.actor}</span>{' '}
                  {act.href ? (
                    <Link href={act.href} className="text-muted hover:text-ink hover:underline">
                      {act.text}
                    </Link>
                  ) : (
                    <span className="text-muted">{act.text}</span>
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
