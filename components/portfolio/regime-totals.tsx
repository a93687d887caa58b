import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { RegimeTotal } from '@/lib/services/portfolio/get-portfolio';
import { RegimeMark } from './regime-mark';

/** How many positions each regime has, and what they come to. */
export function RegimeTotals({ totals, currency }: { totals: readonly RegimeTotal[]; currency: string }) {
  return (
    <DataTable
      caption="Totals by regime"
      rows={totals}
      rowKey={(total) => total.regime}
      columns={[
        { key: 'regime', label: 'Regime', render: (total) => <RegimeMark regime={total.regime} agency={total.agency} /> },
        { key: 'positions', label: 'Positions', align: 'right', render: (total) => total.positions.toLocaleString('en-US') },
        {
          key: 'notional',
          label: `Notional, ${currency} m`,
          align: 'right',
          render: (total) => <Amount aligned value={total.notional} currency={currency} />,
        },
        {
          key: 'marketValue',
          label: `Market value, ${currency} m`,
          align: 'right',
          render: (total) => <Amount aligned value={total.marketValue} currency={currency} />,
        },
      ]}
    />
  );
}
