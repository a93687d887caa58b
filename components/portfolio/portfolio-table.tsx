import Link from 'next/link';
import { DataTable } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import type { PortfolioSummary } from '@/lib/services/portfolio/portfolio-summary';
import { FORMAT_NAMES } from './format-names';
import { Hash } from './hash';

/** The firm's portfolios, newest first. */
export function PortfolioTable({ portfolios }: { portfolios: readonly PortfolioSummary[] }) {
  return (
    <DataTable
      caption="Portfolios"
      rows={portfolios}
      rowKey={(portfolio) => portfolio.id}
      columns={[
        {
          key: 'name',
          label: 'Portfolio',
          render: (portfolio) => (
            <Link href={`/portfolios/${portfolio.id}`} className="font-medium hover:underline">
              {portfolio.name}
            </Link>
          ),
        },
        { key: 'asOf', label: 'As of', render: (portfolio) => <span className="figures">{portfolio.asOf}</span> },
        { key: 'positions', label: 'Positions', align: 'right', render: (portfolio) => portfolio.positionCount.toLocaleString('en-US') },
        { key: 'calculationCurrency', label: 'Currency' },
        { key: 'format', label: 'From', render: (portfolio) => FORMAT_NAMES[portfolio.format] },
        { key: 'contentHash', label: 'Content hash', render: (portfolio) => <Hash value={portfolio.contentHash} /> },
        {
          key: 'createdAt',
          label: 'Imported',
          render: (portfolio) => (
            <>
              <Instant iso={portfolio.createdAt} dateOnly />
              <span className="text-muted"> · {portfolio.createdBy}</span>
            </>
          ),
        },
      ]}
    />
  );
}
