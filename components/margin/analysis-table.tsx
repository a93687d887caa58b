import Link from 'next/link';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { StateMark } from '@/components/ui/state-mark';
import type { AnalysisSummary } from '@/lib/services/analysis/list-analyses';

/** The firm's analyses with what their latest runs say. */
export function AnalysisTable({
  analyses,
  frameworkNames,
}: {
  analyses: readonly AnalysisSummary[];
  frameworkNames: Readonly<Record<string, string>>;
}) {
  const total = (analysis: AnalysisSummary, framework: string) => {
    const found = analysis.latest?.totals.find((one) => one.framework === framework);
    return found && analysis.latest?.currency ? <Amount aligned withUnit value={found.total} currency={analysis.latest.currency} /> : null;
  };
  return (
    <DataTable
      caption="Analyses"
      rowKey={(analysis) => analysis.id}
      rows={analyses}
      columns={[
        {
          key: 'name',
          label: 'Analysis',
          render: (analysis) => (
            <>
              <Link href={`/analyses/${analysis.id}`} className="font-medium hover:underline">
                {analysis.name}
              </Link>
              <span className="block text-muted text-sm">
                {analysis.portfolio.name}, {analysis.portfolio.asOf}
              </span>
            </>
          ),
        },
        {
          key: 'baseline',
          label: 'Baseline',
          align: 'right',
          render: (analysis) => (
            <>
              {total(analysis, analysis.baseline)}
              <span className="block text-muted text-sm">{frameworkNames[analysis.baseline] ?? analysis.baseline}</span>
            </>
          ),
        },
        {
          key: 'alternatives',
          label: 'Alternatives',
          align: 'right',
          render: (analysis) =>
            analysis.alternatives.map((alternative) => (
              <span key={alternative} className="block">
                {total(analysis, alternative)}
                <span className="block text-muted text-sm">{frameworkNames[alternative] ?? alternative}</span>
              </span>
            )),
        },
        { key: 'state', label: 'Latest run', render: (analysis) => <LatestRun analysis={analysis} /> },
        { key: 'figures', label: 'Figures', align: 'right' },
      ]}
    />
  );
}

function LatestRun({ analysis }: { analysis: AnalysisSummary }) {
  const { latest } = analysis;
  if (!latest) return <span className="text-muted">Not run yet</span>;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      Run {latest.number}
      {latest.withdrawn ? <StateMark state="withdrawn" title={latest.withdrawn.reason} /> : null}
      {latest.status === 'failed' ? <Badge tone="red">Failed</Badge> : null}
      {latest.status === 'cancelled' ? <Badge>Cancelled</Badge> : null}
      {latest.status === 'queued' || latest.status === 'running' ? <Badge tone="accent">Computing</Badge> : null}
      {latest.status === 'done' && !latest.complete ? <Badge tone="amber">Incomplete</Badge> : null}
      {analysis.sourceChanged ? <StateMark state="source-changed" title="The analysis was changed since this run" /> : null}
      <span className="basis-full text-muted text-sm">
        <Instant iso={latest.finishedAt ?? latest.createdAt} />
      </span>
    </span>
  );
}
