import { CircleAlert, CircleCheck, CircleSlash, CircleX, LoaderCircle } from 'lucide-react';
import Link from 'next/link';
import { Instant } from '@/components/ui/instant';
import type { RunSummary } from '@/lib/services/run/run-summary';

const STATES = {
  done: { icon: CircleCheck, word: 'done', tone: 'text-green' },
  queued: { icon: LoaderCircle, word: 'waiting', tone: 'text-muted' },
  running: { icon: LoaderCircle, word: 'computing', tone: 'text-accent-ink' },
  failed: { icon: CircleX, word: 'failed', tone: 'text-red' },
  cancelled: { icon: CircleSlash, word: 'cancelled', tone: 'text-muted' },
} as const;

/** The runs of an analysis, newest first; the one that is open is marked. */
export function RunList({ analysisId, runs, openRunId }: { analysisId: string; runs: readonly RunSummary[]; openRunId: string | null }) {
  return (
    <ol aria-label="Runs" className="flex flex-col gap-px">
      {runs.map((run) => {
        const { icon, word, tone } = STATES[run.status];
        const Icon = run.withdrawn ? CircleX : run.status === 'done' && !run.complete ? CircleAlert : icon;
        return (
          <li key={run.id}>
            <Link
              href={`/analyses/${analysisId}/runs/${run.id}`}
              aria-current={run.id === openRunId ? 'page' : undefined}
              className="flex items-start gap-2 rounded-md px-2 py-1 hover:bg-hover aria-[current=page]:bg-selected"
            >
              <Icon
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${run.withdrawn ? 'text-red' : run.status === 'done' && !run.complete ? 'text-amber' : tone}`}
              />
              <span className="min-w-0">
                <span className="block font-medium">
                  Run {run.number}
                  <span className="font-normal text-muted">
                    {' '}
                    {run.withdrawn ? 'withdrawn' : run.status === 'done' && !run.complete ? 'incomplete' : word}
                  </span>
                </span>
                <span className="block text-muted text-sm">
                  <Instant iso={run.finishedAt ?? run.createdAt} />
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
