import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { ClassificationWhatIf } from '@/lib/margin/report/detail-reports';

/** The same exposure as a swap and as a security-based swap, group by group. */
export function ClassificationTable({ whatIf, currency }: { whatIf: ClassificationWhatIf; currency: string }) {
  const amount = (value: string | null) =>
    value === null ? (
      <span className="whitespace-nowrap text-muted">not computed</span>
    ) : (
      <Amount aligned value={value} currency={currency} />
    );
  const footer = {
    key: '',
    label: 'Total',
    positions: whatIf.rows.reduce((sum, { positions }) => sum + positions, 0),
    note: null,
    ...whatIf.total,
  };
  return (
    <DataTable
      caption={`The same exposure under both classifications, in millions of ${currency}`}
      className="max-h-96"
      rowKey={({ key }) => key}
      rows={whatIf.rows}
      footer={whatIf.rows.length > 0 ? [footer] : []}
      empty="No position of this portfolio could be both."
      columns={[
        {
          key: 'label',
          label: 'Exposure',
          render: ({ label, note }) => (
            <>
              {label}
              {note ? <span className="block max-w-prose font-normal text-muted text-sm">{note}</span> : null}
            </>
          ),
        },
        { key: 'positions', label: 'Positions', align: 'right' },
        { key: 'asClassified', label: `As classified, ${currency}\u00a0m`, align: 'right', render: (row) => amount(row.asClassified) },
        { key: 'asSwap', label: `As swaps, ${currency}\u00a0m`, align: 'right', render: (row) => amount(row.asSwap) },
        {
          key: 'asSecurityBasedSwap',
          label: `As security-based swaps, ${currency}\u00a0m`,
          align: 'right',
          render: (row) => amount(row.asSecurityBasedSwap),
        },
      ]}
    />
  );
}
