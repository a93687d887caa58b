import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { PositionListItem } from '@/lib/services/portfolio/list-positions';
import { PRODUCT_NAMES } from './product-names';
import { RegimeMark } from './regime-mark';

/** A page of positions, each with its regime, the test that decided it, and why. */
export function PositionTable({ items, currency }: { items: readonly PositionListItem[]; currency: string }) {
  const amount = (value: string | null) =>
    value === null ? <span className="text-faint">—</span> : <Amount aligned value={value} currency={currency} />;
  return (
    <DataTable
      caption="Positions"
      rows={items}
      rowKey={(item) => item.position.positionId}
      empty="No position matches the filter."
      columns={[
        {
          key: 'id',
          label: 'Position',
          render: ({ position }) => <span className="figures whitespace-nowrap">{position.positionId}</span>,
        },
        {
          key: 'product',
          label: 'Product',
          render: ({ position }) => (
            <>
              {PRODUCT_NAMES[position.product]}
              <span className="block text-muted text-sm">{position.referenceEntity ?? position.underlier ?? ''}</span>
            </>
          ),
        },
        { key: 'direction', label: 'Side', render: ({ position }) => (position.direction === 'long' ? 'Long' : 'Short') },
        {
          key: 'counterparty',
          label: 'Counterparty',
          render: ({ position }) => position.counterparty ?? position.nettingAgreement ?? <span className="text-faint">—</span>,
        },
        {
          key: 'maturity',
          label: 'Maturity',
          render: ({ position }) => <span className="figures whitespace-nowrap">{position.maturity ?? '—'}</span>,
        },
        {
          key: 'notional',
          label: `Notional, ${currency} m`,
          align: 'right',
          render: ({ position, notional }) => (
            <>
              {amount(notional)}
              {position.currency === currency ? null : <span className="block text-muted text-sm">in {position.currency}</span>}
            </>
          ),
        },
        { key: 'marketValue', label: `Market value, ${currency} m`, align: 'right', render: ({ marketValue }) => amount(marketValue) },
        {
          key: 'regime',
          label: 'Regime and deciding test',
          render: ({ classification }) => (
            <>
              <RegimeMark regime={classification.regime} agency={classification.agency} />
              <details className="text-muted text-sm">
                <summary className="cursor-pointer rounded-sm">{classification.test}</summary>
                <p className="max-w-80 pt-1">
                  {classification.reason}{' '}
                  <span className="whitespace-nowrap">{classification.citation ?? 'No paragraph was read for this.'}</span>
                </p>
              </details>
            </>
          ),
        },
      ]}
    />
  );
}
