import Link from 'next/link';
import { PublishedFigures } from '@/components/margin/published-figures';
import { ResultSection } from '@/components/margin/result-section';
import { RunActions } from '@/components/margin/run-actions';
import { RunFacts } from '@/components/margin/run-facts';
import { RunList } from '@/components/margin/run-list';
import { RunPending } from '@/components/margin/run-pending';
import { RunResult } from '@/components/margin/run-result';
import { StartRunButton } from '@/components/margin/start-run-button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Page } from '@/components/ui/page';
import { SplitPane } from '@/components/ui/split-pane';
import { StateMark } from '@/components/ui/state-mark';
import { canDefineAnalysis, canRunAnalysis, canWithdrawRun } from '@/lib/policies/analysis';
import type { Decision } from '@/lib/policies/decision';
import { canPublishFigure, canWithdrawFigure } from '@/lib/policies/figure';
import { canCancelTask } from '@/lib/policies/task';
import type { AnalysisDetail } from '@/lib/services/analysis/get-analysis';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { listFigures } from '@/lib/services/figure/list-figures';
import { listFrameworks } from '@/lib/services/framework/list-frameworks';
import type { RunDetail } from '@/lib/services/run/get-run';
import { comparedRun } from './compared-run';

interface AnalysisWorkspaceProps {
  ctx: ServiceContext;
  analysis: AnalysisDetail;
  /** The run that is open; null where there is none yet. */
  run: RunDetail | null;
  /** The run to set it against, by the address; null for the one before. */
  against: string | null;
}

/** An analysis with one of its runs open: runs at the left, the result in the middle, what was computed and published at the right. */
export async function AnalysisWorkspace({ ctx, analysis, run, against }: AnalysisWorkspaceProps) {
  const { actor } = ctx;
  const figures = await listFigures(ctx, { analysisId: analysis.id });
  // a run keeps the names of its frameworks, also of those that were removed since
  const known = [...(await listFrameworks(ctx)), ...(run?.description.frameworks ?? [])];
  const names = Object.fromEntries(known.map(({ id, name }) => [id, name]));
  const edit = canDefineAnalysis(actor);
  const busy = analysis.runs.find(({ status }) => status === 'queued' || status === 'running');
  const runReason = reason(canRunAnalysis(actor)) ?? (busy ? `Run ${busy.number} is being computed.` : null);
  const publishReason = reason(canPublishFigure(actor)) ?? (run?.withdrawn ? 'This run was withdrawn.' : null);
  const report = run?.status === 'done' ? run.report : null;
  const editHref = edit.allowed ? `/analyses/${analysis.id}/edit` : null;
  const comparison = run && report ? await comparedRun({ ctx, analysis, run, report, against }) : null;

  return (
    <SplitPane
      sides="narrow"
      rightWhenNarrow="below"
      leftLabel="Runs"
      rightLabel="Run and figures"
      left={
        <div className="flex flex-col gap-2 p-3">
          <h2 className="px-2 font-semibold">Runs</h2>
          {analysis.runs.length === 0 ? (
            <p className="px-2 text-muted">No run yet.</p>
          ) : (
            <RunList analysisId={analysis.id} runs={analysis.runs} openRunId={run?.id ?? null} />
          )}
        </div>
      }
      right={
        <div id="run-and-figures" className="flex scroll-mt-12 flex-col gap-6 p-4">
          {run ? (
            <ResultSection title={`Run ${run.number}`}>
              <RunFacts run={run} frameworkNames={names} />
            </ResultSection>
          ) : null}
          {run ? (
            <ResultSection title="Published figures">
              <PublishedFigures
                figures={figures}
                runId={run.id}
                runNumber={run.number}
                publishReason={publishReason ?? (report ? null : 'This run has no result.')}
                withdrawReason={reason(canWithdrawFigure(actor))}
              />
            </ResultSection>
          ) : null}
        </div>
      }
    >
      <Page
        width="full"
        breadcrumbs={[{ label: 'Analyses', href: '/analyses' }]}
        title={analysis.name}
        marks={run?.withdrawn ? <StateMark state="withdrawn" title={run.withdrawn.reason} /> : null}
        description={run ? `Run ${run.number}, positions as of ${run.description.portfolio.asOf}` : 'Not run yet'}
        actions={
          <>
            <StartRunButton analysisId={analysis.id} disabledReason={runReason} label={analysis.runs.length === 0 ? 'Run' : 'Run again'} />
            {run && report ? (
              <RunActions
                analysisId={analysis.id}
                runId={run.id}
                runNumber={run.number}
                report={report}
                publishReason={publishReason}
                withdrawReason={reason(canWithdrawRun(actor)) ?? (run.withdrawn ? 'It is withdrawn already.' : null)}
                editReason={reason(edit)}
              />
            ) : null}
          </>
        }
      >
        <div className="flex flex-col gap-6">
          {run?.withdrawn ? (
            <Notice tone="red" title="This run was withdrawn and must not be relied on">
              {run.withdrawn.reason}
            </Notice>
          ) : null}
          {analysis.sourceChanged ? (
            <Notice tone="amber" title="The analysis was changed since its latest run">
              Figures published from that run are marked “source changed”. Run it again for a result of what it describes now.
            </Notice>
          ) : null}
          {run === null ? (
            <EmptyState
              title="Nothing is computed yet"
              action={edit.allowed ? <ButtonLink href={`/analyses/${analysis.id}/edit`}>Change the analysis</ButtonLink> : null}
            >
              {names[analysis.baseline]} against {analysis.alternatives.map((id) => names[id] ?? id).join(' and ')}, on{' '}
              {analysis.portfolio.positions} positions as of {analysis.portfolio.asOf}. Run it to see the difference.
            </EmptyState>
          ) : null}
          {run?.taskId && (run.status === 'queued' || run.status === 'running') ? (
            <RunPending taskId={run.taskId} runNumber={run.number} cancelReason={reason(canCancelTask(actor, run))} />
          ) : null}
          {run?.status === 'failed' || run?.status === 'cancelled' ? (
            <Notice
              tone={run.status === 'failed' ? 'red' : 'neutral'}
              title={run.status === 'failed' ? `Run ${run.number} has no result` : `Run ${run.number} was cancelled`}
            >
              {run.error?.message}{' '}
              {edit.allowed ? (
                <Link href={`/analyses/${analysis.id}/edit`} className="underline underline-offset-2">
                  Change the analysis
                </Link>
              ) : null}
            </Notice>
          ) : null}
          {run && report ? (
            <RunResult
              key={run.id}
              runId={run.id}
              runNumber={run.number}
              report={report}
              comparison={comparison}
              publishReason={publishReason}
              background={{
                details: run.description.parameters.details ?? [],
                evidence: (run.description.portfolio.evidence ?? []).map(({ kind }) => kind),
                editHref,
              }}
            />
          ) : null}
        </div>
      </Page>
    </SplitPane>
  );
}

function reason(decision: Decision): string | null {
  return decision.allowed ? null : decision.reason;
}
