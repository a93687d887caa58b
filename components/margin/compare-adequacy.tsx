import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { ComparedAdequacy, RunComparison } from './compare-runs';
import { coverageVerdict } from './coverage-verdict';
import { shortNumber } from './short-number';
import { StateWord } from './state-word';

/** The back-tests of two runs side by side, a row for each framework and run. */
export function CompareAdequacy({ comparison, name, currency }: { comparison: RunComparison; name: string; currency: string }) {
  const rows = comparison.frameworks.flatMap((framework) => [
    { key: `${framework.framework}/previous`, framework: framework.name, run: name, adequacy: framework.adequacy.previous },
    { key: `${framework.framework}/present`, framework: framework.name, run: 'This run', adequacy: framework.adequacy.present },
  ]);
  const shown = (render: (adequacy: ComparedAdequacy) => ReactNode) => (row: (typeof rows)[number]) =>
    row.adequacy ? render(row.adequacy) : null;
  return (
    <DataTable
      caption={`Adequacy in both runs, amounts in millions of ${currency}`}
      rowKey={({ key }) => key}
      rows={rows}
      empty="The two runs have no framework in common."
      columns={[
        { key: 'framework', label: 'Framework' },
        { key: 'run', label: 'Run' },
        {
          key: 'exceedances',
          label: 'Losses above it',
          render: (row) =>
            row.adequacy ? (
              `${row.adequacy.exceedances} of ${row.adequacy.scenarios.toLocaleString('en-US')}`
            ) : (
              <span className="text-muted">not computed</span>
            ),
        },
        { key: 'expected', label: 'Expected', align: 'right', render: shown(({ expected }) => shortNumber(expected)) },
        { key: 'verdict', label: 'In words', render: shown((adequacy) => <StateWord verdict={coverageVerdict(adequacy)} />) },
        {
          key: 'shortfall',
          label: `Worst shortfall, ${currency}\u00a0m`,
          align: 'right',
          render: shown(({ worstShortfall }) => <Amount aligned value={worstShortfall} currency={currency} />),
        },
      ]}
    />
  );
}
