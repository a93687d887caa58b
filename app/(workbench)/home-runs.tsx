import Link from 'next/link';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { StateMark } from '@/components/ui/state-mark';
import type { Home } from '@/lib/services/home/get-home';

type HomeRun = Home['runs'][number];

const WORDS: Readonly<Record<HomeRun['status'], string>> = {
  queued: 'Waiting',
  running: 'Computing',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The newest runs of all analyses. */
export function HomeRuns({ runs }: { runs: readonly HomeRun[] }) {
  if (runs.length === 0) return null;
  return (
    <section aria-labelledby="home-runs">
      <h2 id="home-runs" className="mb-2 font-semibold text-md">
        Recent runs
      </h2>
      <DataTable
        caption="Recent runs"
        rowKey={(run) => run.id}
        rows={runs}
        columns={[
          {
            key: 'analysis',
            label: 'Run',
            render: (run) => (
              <Link href={`/analyses/${run.analysisId}/runs/${run.id}`} className="hover:underline">
                <span className="font-medium">{run.analysis}</span> <span className="text-muted">run {run.number}</span>
              </Link>
            ),
          },
          {
            key: 'baseline',
            label: 'Baseline',
            align: 'right',
            render: (run) =>
              run.totals[0] && run.currency ? <Amount withUnit value={run.totals[0].total} currency={run.currency} /> : null,
          },
          {
            key: 'status',
            label: 'State',
            render: (run) =>
              run.withdrawn ? (
                <StateMark state="withdrawn" title={run.withdrawn.reason} />
              ) : (
                <Badge tone={run.status === 'failed' ? 'red' : run.status === 'done' ? (run.complete ? 'green' : 'amber') : 'neutral'}>
                  {run.status === 'done' && !run.complete ? 'Incomplete' : WORDS[run.status]}
                </Badge>
              ),
          },
          { key: 'at', label: 'When', render: (run) => <Instant iso={run.finishedAt ?? run.createdAt} /> },
        ]}
      />
    </section>
  );
}
