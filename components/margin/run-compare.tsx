import Link from 'next/link';
import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import type { RunDifference } from './compare-totals';

interface RunCompareProps {
  href: string;
  previousNumber: number;
  currency: string;
  rows: readonly RunDifference[];
  /** What was put in differently, a sentence each; empty where the inputs are the same. */
  changes: readonly string[];
}

/** What changed against the run before: totals side by side, and what was put in differently. */
export function RunCompare({ href, previousNumber, currency, rows, changes }: RunCompareProps) {
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">
        Against{' '}
        <Link href={href} className="text-accent-ink underline underline-offset-2">
          run {previousNumber}
        </Link>
        : {changes.length === 0 ? 'the same description.' : changes.join(' ')}
      </p>
      <DataTable
        caption={`Totals of this run and of run ${previousNumber}, in millions of ${currency}`}
        rowKey={(row) => row.framework}
        rows={rows}
        columns={[
          { key: 'name', label: 'Framework' },
          {
            key: 'previous',
            label: `Run ${previousNumber}, ${currency} m`,
            align: 'right',
            render: (row) => (row.previous === null ? 'not computed' : <Amount aligned value={row.previous} currency={currency} />),
          },
          {
            key: 'present',
            label: `This run, ${currency} m`,
            align: 'right',
            render: (row) => (row.present === null ? 'not computed' : <Amount aligned value={row.present} currency={currency} />),
          },
          {
            key: 'change',
            label: `Change, ${currency} m`,
            align: 'right',
            render: (row) => (row.change === null ? '' : <Amount aligned value={row.change} currency={currency} />),
          },
        ]}
      />
    </div>
  );
}
