import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { formatShare } from '@/components/ui/format-amount';
import type { RunReport } from '@/lib/margin/report/run-report';
import { FrameworkPanels } from './framework-panels';

/** The positions that make up most of each framework's total. */
export function LargestPositions({ report, preferred }: { report: RunReport; preferred: string }) {
  const { currency } = report;
  return (
    <FrameworkPanels key={preferred} label="Largest positions under" frameworks={report.frameworks} preferred={preferred}>
      {(id) => {
        const framework = report.frameworks.find((one) => one.framework === id);
        if (!framework) return null;
        const { name, byLeg, largestPositions } = framework;
        return (
          <DataTable
            caption={`Largest contributions under ${name}, in millions of ${currency}`}
            className="max-h-80"
            rowKey={({ positionId }) => positionId}
            rows={largestPositions}
            empty="No position has an amount under this framework."
            columns={[
              {
                key: 'position',
                label: 'Position',
                render: ({ positionId, label }) => (
                  <>
                    {positionId}
                    {label === positionId ? null : <span className="block font-normal text-muted text-sm">{label}</span>}
                  </>
                ),
              },
              { key: 'leg', label: 'Leg', render: ({ leg }) => byLeg.find(({ key }) => key === leg)?.label ?? leg },
              {
                key: 'standalone',
                label: `Alone, ${currency}\u00a0m`,
                align: 'right',
                render: (row) => <Amount aligned value={row.standalone} currency={currency} decimals={2} />,
              },
              {
                key: 'contribution',
                label: `Contribution, ${currency}\u00a0m`,
                align: 'right',
                render: (row) => <Amount aligned value={row.contribution} currency={currency} decimals={2} />,
              },
              {
                key: 'share',
                label: 'Of the total',
                align: 'right',
                className: 'whitespace-nowrap',
                render: ({ share }) => (share === null ? '' : formatShare(share)),
              },
            ]}
          />
        );
      }}
    </FrameworkPanels>
  );
}
