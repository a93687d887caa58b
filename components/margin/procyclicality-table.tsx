import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { formatShare } from '@/components/ui/format-amount';
import type { AdequacyRow } from '@/lib/margin/report/adequacy-report';
import { shortNumber } from './short-number';

/** How the requirement moved over the history; where it does not move with it, the reason. */
export function ProcyclicalityTable({ row, currency }: { row: AdequacyRow; currency: string }) {
  const { procyclicality } = row;
  if (!procyclicality) {
    return (
      <div className="self-start rounded-md border border-dashed px-3 py-2">
        <p className="font-medium">How the requirement moved</p>
        <p className="text-muted">{row.procyclicalityNote ?? 'Not computed.'}</p>
      </div>
    );
  }
  const { peak, trough, peakToTrough, rises } = procyclicality;
  return (
    <DataTable
      caption={`How the requirement moved: its highest is ${shortNumber(peakToTrough, 2)} times its lowest`}
      showCaption
      rowKey={({ measure }) => measure}
      rows={[
        { measure: 'Highest', value: <Amount withUnit value={peak} currency={currency} />, when: '' },
        { measure: 'Lowest', value: <Amount withUnit value={trough} currency={currency} />, when: '' },
        { measure: 'Highest ÷ lowest', value: shortNumber(peakToTrough, 2), when: '' },
        ...rises.map(({ days, largestRise, from, to }) => ({
          measure: days === 1 ? 'Largest rise in 1 day' : `Largest rise in ${days} days`,
          value: formatShare(largestRise),
          when: `${from} to ${to}`,
        })),
      ]}
      columns={[
        { key: 'measure', label: 'Measure' },
        { key: 'value', label: 'Value', align: 'right', className: 'whitespace-nowrap', render: ({ value }) => value },
        { key: 'when', label: 'When', className: 'whitespace-nowrap text-muted text-sm' },
      ]}
    />
  );
}
