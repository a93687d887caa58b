'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import type { FrameworkReport, RunReport } from '@/lib/margin/report/run-report';
import { BreakdownTabs } from './breakdown-tabs';
import { BridgeChart } from './bridge-chart';
import type { Composition } from './bridge-geometry';
import { DerivationTree } from './derivation-tree';
import { FrameworkPanels } from './framework-panels';
import { IncompleteNotice } from './incomplete-notice';
import { LargestPositions } from './largest-positions';
import { NotComputed, type RunBackground, WithoutAdequacy } from './not-computed';
import { PublishButton, PublishContext } from './publish-button';
import { PublishDialog } from './publish-dialog';
import { resultLinks } from './result-links';
import { ResultNav } from './result-nav';
import { ResultSection } from './result-section';
import { RunDetails } from './run-details';
import { RunHeadline } from './run-headline';
import { SavingBesideAdequacy } from './saving-beside-adequacy';

interface RunResultProps {
  runId: string;
  runNumber: number;
  report: RunReport;
  background: RunBackground;
  /** Why this member may not publish from this run; null where they may. */
  publishReason: string | null;
  /** The comparison with another run, which stands at the end; null where there is no other. */
  comparison: ReactNode;
}

/** A finished run: headline, bridge, breakdowns, saving beside adequacy, its details, the derivation; one alternative at a time. */
export function RunResult({ runId, runNumber, report, background, publishReason, comparison }: RunResultProps) {
  const [chosen, setChosen] = useState(report.impacts[0]?.alternative ?? '');
  const [explained, setExplained] = useState(false);
  const [publishing, setPublishing] = useState<string | null>(null);
  const impact = report.impacts.find(({ alternative }) => alternative === chosen) ?? report.impacts[0];
  const frameworkOf = (id: string) => report.frameworks.find(({ framework }) => framework === id);
  const baseline = impact ? frameworkOf(impact.baseline) : undefined;
  const alternative = impact ? frameworkOf(impact.alternative) : undefined;
  const compositions = useMemo(() => totalsOf(impact?.bridge ?? [], baseline, alternative), [impact, baseline, alternative]);
  const compared = comparison !== null;
  const links = useMemo(() => resultLinks(report, compared), [report, compared]);
  if (!impact) return <p className="text-muted">This run compares nothing: the analysis had no alternative.</p>;
  const source = `Run ${runNumber} on the positions “${report.portfolio.name}” of ${report.asOf}, ${report.portfolio.positions.toLocaleString('en-US')} positions; engine ${report.engine}.`;

  const tested = report.frameworks.some(({ adequacy }) => adequacy !== null && adequacy.rows.length > 0);

  return (
    <PublishContext.Provider value={publishReason === null ? setPublishing : null}>
      <div className="flex flex-col gap-6">
        <ResultNav links={links} />
        <section id="result" aria-label="Result" className="flex scroll-mt-12 flex-col gap-3">
          {report.impacts.length > 1 ? (
            <div className="flex items-center gap-2">
              <span id="alternative-label" className="font-medium text-muted text-sm">
                Alternative
              </span>
              <Select
                aria-label="Alternative"
                className="w-72!"
                value={impact.alternative}
                onChange={setChosen}
                options={report.impacts.map(({ alternative: id }) => ({ value: id, label: frameworkOf(id)?.name ?? id }))}
              />
            </div>
          ) : null}
          <RunHeadline
            impact={impact}
            baseline={baseline}
            alternative={alternative}
            currency={report.currency}
            withoutAdequacy={<WithoutAdequacy background={background} />}
          />
          <IncompleteNotice impact={impact} frameworks={[baseline, alternative].filter((framework) => framework !== undefined)} />
          {report.notices.map((notice) => (
            <Notice key={notice}>{notice}</Notice>
          ))}
        </section>
        <ResultSection
          id="bridge"
          title="Where the difference comes from"
          action={
            <span className="flex items-center">
              <Button size="sm" variant="ghost" aria-pressed={explained} onClick={() => setExplained(!explained)}>
                {explained ? 'Hide what each step is' : 'Explain the steps'}
              </Button>
              <PublishButton path={`impacts/${encodeURIComponent(impact.alternative)}/bridge`} what="the bridge" />
            </span>
          }
        >
          <BridgeChart
            explained={explained}
            title={`From ${baseline?.name ?? impact.baseline} to ${alternative?.name ?? impact.alternative}`}
            steps={impact.bridge}
            currency={report.currency}
            compositions={compositions}
            source={source}
          />
        </ResultSection>
        <ResultSection id="requirement" title="Requirement">
          <BreakdownTabs impact={impact} baseline={baseline} alternative={alternative} currency={report.currency} />
        </ResultSection>
        <ResultSection
          id="beside"
          title="Saving beside adequacy"
          action={tested ? <PublishButton path="adequacy" what="saving beside adequacy" /> : null}
          hint="Every framework of the run. The upright line is the number of losses that the level expects."
        >
          <SavingBesideAdequacy report={report} />
        </ResultSection>
        <RunDetails report={report} preferred={impact.alternative} />
        {report.frameworks.some(({ largestPositions }) => largestPositions.length > 0) ? (
          <ResultSection
            id="largest"
            title="Largest positions"
            hint="What each position adds to the total: its own part where the rule gives it one, its share by Euler’s rule or by standalone amount where positions are margined together."
          >
            <LargestPositions report={report} preferred={impact.alternative} />
          </ResultSection>
        ) : null}
        <ResultSection
          id="derivation"
          title="Derivation"
          hint="From the total to each position: Enter on a row shows formula, rule and inputs; arrow keys walk the tree."
        >
          <FrameworkPanels label="Derivation under" frameworks={report.frameworks} preferred={report.frameworks[0]?.framework ?? ''}>
            {(framework) => (
              <DerivationTree
                key={framework}
                runId={runId}
                framework={framework}
                name={frameworkOf(framework)?.name ?? framework}
                currency={report.currency}
              />
            )}
          </FrameworkPanels>
        </ResultSection>
        {comparison}
        <NotComputed report={report} editHref={background.editHref} />
      </div>
      {publishing === null ? null : (
        <PublishDialog
          runId={runId}
          runNumber={runNumber}
          report={report}
          path={publishing}
          open
          onOpenChange={(open) => {
            if (!open) setPublishing(null);
          }}
        />
      )}
    </PublishContext.Provider>
  );
}

/** The totals of a bridge that are a framework's total, divided by the agency of its legs. */
function totalsOf(
  bridge: RunReport['impacts'][number]['bridge'],
  baseline: FrameworkReport | undefined,
  alternative: FrameworkReport | undefined,
): Record<string, Composition> {
  const totals = bridge.filter(({ kind }) => kind === 'total');
  const last = totals.at(-1);
  const compositions: Record<string, Composition> = {};
  for (const step of totals) {
    if (step === last && alternative?.total === step.amount) compositions[step.id] = alternative.byLeg;
    else if (baseline?.total === step.amount) compositions[step.id] = baseline.byLeg;
  }
  return compositions;
}
