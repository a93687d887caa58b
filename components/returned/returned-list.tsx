import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import type { ReturnedSummary } from '@/lib/services/returned/list-returned';

interface ReturnedListProps {
  letterId: string;
  files: readonly ReturnedSummary[];
}

/** The files that came back, newest first, with what of each waits for a decision. */
export function ReturnedList({ letterId, files }: ReturnedListProps) {
  if (files.length === 0) {
    return (
      <EmptyState title="No file came back yet">
        Export the letter, let somebody edit the Word file, and bring it back here: their changes become suggestions under their names, and
        what no rule may decide is yours to settle.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Files that came back" className="flex flex-col gap-2">
      {files.map((file) => {
        const waiting = file.suggestions.open + file.conflicts.open;
        return (
          <li key={file.id} className="rounded-md border border-line hover:bg-hover">
            <Link href={`/letters/${letterId}/returned/${file.id}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-2">
              <span className="min-w-0 flex-1 truncate font-medium">{file.fileName}</span>
              {waiting > 0 ? <Badge tone="amber">{waiting} to decide</Badge> : <Badge tone="green">All decided</Badge>}
              <span className="w-full text-muted text-sm">
                {[
                  file.versionNumber === null ? null : `Version ${file.versionNumber}`,
                  counted(file.suggestions.all, 'suggestion'),
                  counted(file.conflicts.all, 'conflict'),
                  counted(file.comments, 'comment'),
                  file.authors.length > 0 ? `by ${file.authors.join(', ')}` : null,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
              <span className="text-muted text-sm">
                Brought back by {file.by}, <Instant iso={file.createdAt} />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

export function counted(count: number, what: string): string {
  return `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}`;
}
