'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { TaskProgress } from '@/components/ui/task-progress';
import type { ExportOutcome } from '@/lib/services/export/compute-export';
import type { LeftOutSuggestion } from '@/lib/services/export/written-build';

interface ExportProgressProps {
  letterId: string;
  taskId: string;
  label: string;
  onDone: () => void;
}

/** A file while it is made, and once it is there: the way to it, and what of the letter's work is not in it. */
export function ExportProgress({ letterId, taskId, label, onDone }: ExportProgressProps) {
  const [outcome, setOutcome] = useState<ExportOutcome | null>(null);
  if (outcome === null) {
    return (
      <TaskProgress
        taskId={taskId}
        label={label}
        onDone={(task) => {
          setOutcome(task.result as ExportOutcome);
          onDone();
        }}
      />
    );
  }
  const { exportId, fileName, leftOut } = outcome;
  return (
    <div role="status" className="flex flex-col gap-2">
      <Notice tone="green" title="The file is ready">
        <Link className="break-words text-accent-ink underline" href={`/api/exports/${exportId}`} prefetch={false} download>
          Download {fileName}
        </Link>
      </Notice>
      {leftOut.length > 0 ? <LeftOut letterId={letterId} suggestions={leftOut} /> : null}
    </div>
  );
}

/** The open suggestions that a review does not carry, each with why and the way to it. */
function LeftOut({ letterId, suggestions }: { letterId: string; suggestions: readonly LeftOutSuggestion[] }) {
  const one = suggestions.length === 1;
  return (
    <Notice
      tone="amber"
      title={one ? 'One open suggestion is not in this file' : `${suggestions.length} open suggestions are not in this file`}
    >
      <p>
        {one ? 'It is' : 'They are'} still in the letter. Decide about {one ? 'it' : 'them'} there, or export again afterwards.
      </p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {suggestions.map(({ suggestionId, sectionId, sectionTitle, author, reason }) => (
          <li key={suggestionId}>
            <Link
              className="text-accent-ink underline"
              href={`/letters/${letterId}?section=${sectionId}&panel=suggestions&suggestion=${suggestionId}`}
              prefetch={false}
            >
              {author}
              {sectionTitle === '' ? '' : `, ${sectionTitle}`}
            </Link>
            : {reason}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
