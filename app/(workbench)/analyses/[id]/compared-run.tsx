import { compareRuns } from '@/components/margin/compare-runs';
import { descriptionChanges } from '@/components/margin/description-changes';
import { ResultSection } from '@/components/margin/result-section';
import type { RunChoice } from '@/components/margin/run-chooser';
import { RunCompare } from '@/components/margin/run-compare';
import { AppError } from '@/lib/core/errors';
import type { RunReport } from '@/lib/margin/report/run-report';
import type { AnalysisDetail } from '@/lib/services/analysis/get-analysis';
import { listAnalyses } from '@/lib/services/analysis/list-analyses';
import type { ServiceContext } from '@/lib/services/context/service-context';
import { getRun, type RunDetail } from '@/lib/services/run/get-run';

interface ComparedRunProps {
  ctx: ServiceContext;
  analysis: AnalysisDetail;
  run: RunDetail;
  report: RunReport;
  /** The run that was chosen, by the address; null for the one before. */
  against: string | null;
}

/** The open run beside another of the analysis, or beside the latest run of another analysis; null where the firm has no other finished run. */
export async function comparedRun({ ctx, analysis, run, report, against }: ComparedRunProps) {
  const choices = await runChoices(ctx, analysis, run.id);
  const before = analysis.runs.find(({ number, status }) => number < run.number && status === 'done');
  const chosen = choices.find(({ id }) => id === against) ?? choices.find(({ id }) => id === before?.id) ?? choices[0];
  const other = chosen ? await readableRun(ctx, chosen.id) : null;
  if (!chosen || !other?.report) return null;
  const engine = other.engine === run.engine ? [] : [`Another engine: ${run.engine}, was ${other.engine}.`];
  return (
    <ResultSection id="compare" title="Compared with another run">
      <RunCompare
        key={other.id}
        href={`/analyses/${other.analysisId}/runs/${other.id}`}
        name={chosen.label}
        currency={report.currency}
        comparison={compareRuns(other.report, report)}
        changes={[...descriptionChanges(other.description, run.description), ...engine]}
        choices={choices}
        chosen={other.id}
      />
    </ResultSection>
  );
}

async function runChoices(ctx: ServiceContext, analysis: AnalysisDetail, openId: string): Promise<RunChoice[]> {
  const own = analysis.runs
    .filter(({ id, status }) => status === 'done' && id !== openId)
    .map((run) => ({ id: run.id, label: `Run ${run.number}`, hint: `Positions as of ${run.description.portfolio.asOf}` }));
  const others = (await listAnalyses(ctx)).flatMap(({ id, name, latest }) =>
    id !== analysis.id && latest?.status === 'done'
      ? [{ id: latest.id, label: `Run ${latest.number} of ${name}`, hint: `Positions as of ${latest.description.portfolio.asOf}` }]
      : [],
  );
  return [...own, ...others];
}

async function readableRun(ctx: ServiceContext, runId: string): Promise<RunDetail | null> {
  try {
    return await getRun(ctx, { runId });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
