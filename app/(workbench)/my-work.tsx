import { CalendarClock, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { SectionStateMark } from '@/components/review/section-state-mark';
import { Badge } from '@/components/ui/badge';
import { calendarDay, daysLeft, daysLeftText } from '@/components/ui/days-left';
import type { MyWork } from '@/lib/services/home/my-work';

/** What waits for the member: signatures in their turn, signatures of theirs that fell, sections that they own. */
export function MyWorkList({ work, now }: { work: MyWork; now: string }) {
  const { waiting, fallen, owned } = work;
  if (waiting.length + fallen.length + owned.length === 0) return null;
  return (
    <section aria-labelledby="home-work">
      <h2 id="home-work" className="mb-2 font-semibold text-md">
        My work
      </h2>
      <ul className="divide-y rounded-md border">
        {fallen.map((item) => (
          <Line key={`fell ${item.sectionId} ${item.capacity}`} item={item} href={reviewOf(item)}>
            <Badge tone="amber">
              <TriangleAlert aria-hidden /> Your signature fell
            </Badge>
            <span className="text-muted">
              for {item.capacity}: {item.summary}
            </span>
          </Line>
        ))}
        {waiting.map((item) => (
          <Line key={`waits ${item.sectionId} ${item.capacity} ${item.onBehalfOf}`} item={item} href={reviewOf(item)}>
            <Badge tone="accent">Waits for your signature</Badge>
            <span className="text-muted">
              for {item.capacity}
              {item.onBehalfOf ? ` in the place of ${item.onBehalfOf}` : ''}
            </span>
          </Line>
        ))}
        {owned.map((item) => (
          <Line key={`owned ${item.sectionId}`} item={item} href={`/letters/${item.letterId}?section=${item.sectionId}`}>
            <SectionStateMark state={item.state} />
            {item.dueOn ? (
              <span className="inline-flex items-center gap-1 text-muted">
                <CalendarClock aria-hidden className="size-3.5" />
                due {calendarDay(item.dueOn)}, {daysLeftText(daysLeft(item.dueOn, now))}
              </span>
            ) : (
              <span className="text-muted">yours, without a due date</span>
            )}
          </Line>
        ))}
      </ul>
    </section>
  );
}

type Item = MyWork['owned'][number];

const reviewOf = ({ letterId, sectionId }: Item) => `/letters/${letterId}/review?section=${sectionId}`;

function Line({ item, href, children }: { item: Item; href: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <Link href={href} className="font-medium hover:underline">
        {item.title}
      </Link>
      <span className="min-w-0 truncate text-muted text-sm">{item.letter}</span>
      <span className="ml-auto flex flex-wrap items-center gap-2">{children}</span>
    </li>
  );
}
