import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { CoverageBar } from '@/components/ui/coverage-bar';
import { DataTable } from '@/components/ui/data-table';
import { calendarDay, daysLeft, daysLeftText } from '@/components/ui/days-left';
import { Instant } from '@/components/ui/instant';
import type { LetterSummary } from '@/lib/services/letter/list-letters';

/** The firm's letters with how far their questions are answered and how many of their figures are no longer current. */
export function HomeLetters({ letters, now }: { letters: readonly LetterSummary[]; now: string }) {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="home-letters">
      <h2 id="home-letters" className="mb-2 font-semibold text-md">
        Letters
      </h2>
      <DataTable
        caption="Letters"
        rowKey={(letter) => letter.id}
        rows={letters}
        columns={[
          {
            key: 'title',
            label: 'Letter',
            render: (letter) => (
              <>
                <Link href={`/letters/${letter.id}`} className="font-medium hover:underline">
                  {letter.title}
                </Link>
                <span className="line-clamp-1 block text-muted text-sm">{letter.requestTitle}</span>
              </>
            ),
          },
          {
            key: 'coverage',
            label: 'Coverage',
            render: (letter) => (
              <Link href={`/letters/${letter.id}/coverage`} className="hover:underline">
                <CoverageBar done={letter.answered} total={letter.questions} label="answered" />
              </Link>
            ),
          },
          {
            key: 'figures',
            label: 'Figures',
            render: (letter) =>
              letter.staleFigures > 0 ? (
                <Badge tone="amber">{letter.staleFigures} to look at</Badge>
              ) : (
                <span className="text-muted">current</span>
              ),
          },
          {
            key: 'dueAt',
            label: 'Due, Eastern',
            render: (letter) =>
              letter.dueAt ? (
                <span className="whitespace-nowrap" title={daysLeftText(daysLeft(letter.dueAt, now))}>
                  {calendarDay(letter.dueAt)}
                </span>
              ) : (
                <span className="text-muted">not known</span>
              ),
          },
          { key: 'updatedAt', label: 'Changed', render: (letter) => <Instant iso={letter.updatedAt} /> },
        ]}
      />
    </section>
  );
}
