import { CircleX, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { findingHref } from '@/components/export/finding-href';
import { Notice } from '@/components/ui/notice';
import type { LetterFinding } from '@/lib/letter/checks/letter-finding';

interface FindingListProps {
  letterId: string;
  findings: readonly LetterFinding[];
}

/** What the checks found, each with the way to its place. */
export function FindingList({ letterId, findings }: FindingListProps) {
  if (findings.length === 0) return <Notice tone="green" title="Nothing to mend" />;
  return (
    <ul className="divide-y divide-line rounded-md border border-line">
      {findings.map((finding) => {
        const Mark = finding.severity === 'error' ? CircleX : TriangleAlert;
        return (
          <li
            key={`${finding.code}${finding.place.sectionId}${finding.place.nodeId}${finding.message}`}
            className="flex items-start gap-2 px-3 py-2"
          >
            <Mark aria-hidden className={`mt-0.5 size-4 shrink-0 ${finding.severity === 'error' ? 'text-red' : 'text-amber'}`} />
            <span className="min-w-0 flex-1">
              <span className="sr-only">{finding.severity === 'error' ? 'Error: ' : 'Warning: '}</span>
              {finding.message}
            </span>
            <Link className="shrink-0 text-accent-ink hover:underline" href={findingHref(letterId, finding)}>
              {finding.place.label}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
