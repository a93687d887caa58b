'use client';

import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { formatShare } from '@/components/ui/format-amount';
import { Notice } from '@/components/ui/notice';
import { resolveFigure } from '@/lib/letter/figures/resolve-figure';
import type { AdequacyReport } from '@/lib/margin/report/adequacy-report';
import type { FrameworkReport, RunReport } from '@/lib/margin/report/run-report';
import { AdequacyTests } from './adequacy-tests';
import { coverageVerdict } from './coverage-verdict';
import { FrameworkPanels } from './framework-panels';
import { LinesChart } from './lines-chart';
import { ProcyclicalityTable } from './procyclicality-table';
import { PublishButton } from './publish-button';
import { levelText, pValueText, shortNumber } from './short-number';
import { StateWord } from './state-word';

/** Whether the requirement would have covered the losses, framework by framework: the losses, the tests, the largest ones, how it moved, each counterparty. */
export function AdequacyView({ report, preferred }: { report: RunReport; preferred: string }) {
  const tested = report.frameworks.filter(({ adequacy }) => adequacy !== null);
  return (
    <FrameworkPanels key={preferred} label="Back-test under" frameworks={tested} preferred={preferred}>
      {(id) => {
        const framework = tested.find((one) => one.framework === id);
        return framework?.adequacy ? <FrameworkAdequacy report={report} framework={framework} adequacy={framework.adequacy} /> : null;
      }}
    </FrameworkPanels>
  );
}

interface FrameworkAdequacyProps {
  report: RunReport;
  framework: FrameworkReport;
  adequacy: AdequacyReport;
}

function FrameworkAdequacy({ report, framework, adequacy }: FrameworkAdequacyProps) {
  const { currency } = report;
  const [whole, ...accounts] = adequacy.rows;
  const at = `frameworks/${encodeURIComponent(framework.framework)}/adequacy`;
  const picture = resolveFigure(report, `${at}/losses`);
  const { basis, untested, tested, level, notes } = adequacy;
  if (!whole) return <p className="text-muted">No position has both a requirement and profit and loss.</p>;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">
        {basis.scenarios.toLocaleString('en-US')} {basis.lossDays > 1 ? `losses over ${basis.lossDays} days each` : 'scenarios'},{' '}
        {basis.first} to {basis.last}; level {levelText(level)}; {tested.toLocaleString('en-US')} positions tested.
      </p>
      {untested > 0 ? (
        <Notice
          tone="amber"
          title={`${untested.toLocaleString('en-US')} of ${(tested + untested).toLocaleString('en-US')} positions are not in the test`}
        >
          They have a requirement and no profit and loss. Neither side of the comparison counts them.
        </Notice>
      ) : null}
      {picture.ok && picture.value.kind === 'chart' && picture.value.chart === 'lines' ? (
        <div>
          <LinesChart title={`Losses against the requirement, ${framework.name}`} value={picture.value} />
          <PublishButton path={`${at}/losses`} what={`losses under ${framework.name}`} />
        </div>
      ) : null}
      <AdequacyTests row={whole} />
      <div className="grid gap-5 xl:grid-cols-[2fr_3fr]">
        <DataTable
          caption={`Largest losses of the whole portfolio, in millions of ${currency}`}
          showCaption
          rowKey={(row) => row.scenario}
          rows={whole.stress}
          empty="No scenario has a loss."
          columns={[
            { key: 'scenario', label: 'Scenario', className: 'whitespace-nowrap' },
            {
              key: 'loss',
              label: `Loss, ${currency}\u00a0m`,
              align: 'right',
              render: (row) => <Amount aligned value={row.loss} currency={currency} />,
            },
            {
              key: 'cover',
              label: 'Cover',
              align: 'right',
              className: 'whitespace-nowrap',
              render: (row) => (row.cover === null ? 'no loss' : formatShare(row.cover)),
            },
          ]}
        />
        <ProcyclicalityTable row={whole} currency={currency} />
      </div>
      {accounts.length > 0 ? (
        <DataTable
          caption={`Adequacy by counterparty, in millions of ${currency}`}
          showCaption
          className="max-h-96"
          rowKey={(row) => row.key}
          rows={accounts}
          columns={[
            { key: 'label', label: 'Counterparty' },
            {
              key: 'requirement',
              label: `Requirement, ${currency}\u00a0m`,
              align: 'right',
              render: (row) => <Amount aligned value={row.requirement} currency={currency} />,
            },
            { key: 'exceedances', label: 'Losses above it', align: 'right' },
            { key: 'expected', label: 'Expected', align: 'right', render: (row) => shortNumber(row.expected) },
            {
              key: 'p',
              label: 'Kupiec p',
              align: 'right',
              className: 'whitespace-nowrap',
              render: (row) => (row.kupiec ? pValueText(row.kupiec.pValue) : ''),
            },
            { key: 'verdict', label: 'In words', render: (row) => <StateWord verdict={coverageVerdict(row)} /> },
            {
              key: 'shortfall',
              label: `Worst shortfall, ${currency}\u00a0m`,
              align: 'right',
              render: (row) => <Amount aligned value={row.worstShortfall} currency={currency} />,
            },
          ]}
        />
      ) : null}
      {notes.length > 0 ? (
        <ul className="list-disc pl-4 text-muted text-sm">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
