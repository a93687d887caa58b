import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { longDate } from '@/lib/core/long-date';
import type { TreasuryClearingWhatIf } from '@/lib/margin/report/detail-reports';

/** Treasury and repo volume moved into clearing, stage by stage with its date, apart from futures and together with them. */
export function TreasuryTable({ whatIf, currency }: { whatIf: TreasuryClearingWhatIf; currency: string }) {
  const amount = (value: string | null) =>
    value === null ? (
      <span className="whitespace-nowrap text-muted">not computed</span>
    ) : (
      <Amount aligned value={value} currency={currency} />
    );
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        caption={`Treasury clearing by stage, in millions of ${currency}`}
        rowKey={({ id }) => id}
        rows={whatIf.stages}
        columns={[
          {
            key: 'label',
            label: 'Stage',
            render: ({ label, from, note }) => (
              <>
                {label}
                {from ? <span className="block font-normal text-muted text-sm">from {longDate(from)}</span> : null}
                {note ? <span className="block max-w-prose font-normal text-amber text-sm">{note}</span> : null}
              </>
            ),
          },
          { key: 'moved', label: 'Positions moved', align: 'right' },
          { key: 'treasuries', label: `Treasuries, ${currency}\u00a0m`, align: 'right', render: (row) => amount(row.treasuries) },
          { key: 'futures', label: `Futures, ${currency}\u00a0m`, align: 'right', render: (row) => amount(row.futures) },
          { key: 'separate', label: `Apart, ${currency}\u00a0m`, align: 'right', render: (row) => amount(row.separate) },
          { key: 'crossMargined', label: `Cross-margined, ${currency}\u00a0m`, align: 'right', render: (row) => amount(row.crossMargined) },
          { key: 'saving', label: `Saving, ${currency}\u00a0m`, align: 'right', render: (row) => amount(row.saving) },
        ]}
      />
      <ul className="list-disc pl-4 text-muted text-sm">
        {whatIf.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {whatIf.citations.length > 0 ? <li>{whatIf.citations.join('; ')}</li> : null}
      </ul>
    </div>
  );
}
