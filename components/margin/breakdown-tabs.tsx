'use client';

import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { formatShare } from '@/components/ui/format-amount';
import { Tabs } from '@/components/ui/tabs';
import { Decimal, ZERO } from '@/lib/core/decimal';
import type { Difference, FrameworkReport, ImpactReport } from '@/lib/margin/report/run-report';
import { AGENCY_FILLS, AGENCY_NAMES } from './agency-name';
import { PublishButton } from './publish-button';

interface BreakdownTabsProps {
  impact: ImpactReport;
  baseline: FrameworkReport | undefined;
  alternative: FrameworkReport | undefined;
  currency: string;
}

const KINDS = [
  { id: 'byRegime', slug: 'by-regime', label: 'Regime', empty: 'No position has an amount.' },
  { id: 'byClass', slug: 'by-class', label: 'Class', empty: 'No position has an amount.' },
  { id: 'byCounterparty', slug: 'by-counterparty', label: 'Counterparty', empty: 'No position has an amount.' },
  {
    id: 'byNettingSet',
    slug: 'by-netting-set',
    label: 'Netting set',
    empty: 'This run did not keep its netting sets. Run it again to see them.',
  },
  { id: 'byPositionGroup', slug: 'by-group', label: 'Group', empty: 'This run did not keep its groups. Run it again to see them.' },
] as const;

/** Rows beyond these are in the derivation; the largest are shown. */
const MOST_ROWS = 200;

/** The requirement under both frameworks by regime, class, counterparty, netting set and the firm's own groups, largest baseline first. */
export function BreakdownTabs({ impact, baseline, alternative, currency }: BreakdownTabsProps) {
  const total: Difference = {
    key: 'total',
    label: 'Total',
    baseline: impact.baselineTotal,
    alternative: impact.alternativeTotal,
    saving: impact.saving,
  };
  return (
    <Tabs
      label="Requirement by"
      tabs={KINDS.map(({ id, slug, label, empty }) => {
        const rows = [...impact[id]].sort((a, b) => new Decimal(b.baseline).cmp(a.baseline) || (a.label < b.label ? -1 : 1));
        const hidden = rows.length - MOST_ROWS;
        // what only one of the two covers has its agency and number from there
        const groups = [...(alternative?.[id] ?? []), ...(baseline?.[id] ?? [])];
        const agencies = new Map(groups.map((row) => [row.key, row.agency]));
        const positions = new Map(groups.map((row) => [row.key, row.positions]));
        return {
          id,
          label: `By ${label.toLowerCase()}`,
          content: (
            <>
              <DataTable
                caption={`Requirement by ${label.toLowerCase()}, in millions of ${currency}`}
                className="max-h-96"
                rowKey={(row) => row.key}
                rows={rows.slice(0, MOST_ROWS)}
                empty={empty}
                footer={rows.length > 0 ? [total] : []}
                columns={[
                  {
                    key: 'label',
                    label,
                    render: (row) => (
                      <span className="inline-flex items-baseline gap-2">
                        {id === 'byRegime' && agencies.has(row.key) ? <AgencyDot agency={agencies.get(row.key) ?? 'none'} /> : null}
                        {row.label}
                      </span>
                    ),
                  },
                  { key: 'positions', label: 'Positions', align: 'right', render: (row) => positions.get(row.key) ?? null },
                  {
                    key: 'baseline',
                    label: `${baseline?.name ?? 'Baseline'}, ${currency}\u00a0m`,
                    align: 'right',
                    render: (row) => <Amount aligned value={row.baseline} currency={currency} />,
                  },
                  {
                    key: 'alternative',
                    label: `${alternative?.name ?? 'Alternative'}, ${currency}\u00a0m`,
                    align: 'right',
                    render: (row) => <Amount aligned value={row.alternative} currency={currency} />,
                  },
                  {
                    key: 'saving',
                    label: `Saving, ${currency}\u00a0m`,
                    align: 'right',
                    render: (row) => <Amount aligned value={row.saving} currency={currency} />,
                  },
                  { key: 'share', label: 'Share', align: 'right', className: 'whitespace-nowrap', render: (row) => share(row) },
                ]}
              />
              {rows.length > 0 ? (
                <PublishButton
                  path={`impacts/${encodeURIComponent(impact.alternative)}/${slug}`}
                  what={`requirement by ${label.toLowerCase()}`}
                />
              ) : null}
              {hidden > 0 ? (
                <p className="mt-1 text-muted text-sm">
                  The {MOST_ROWS} largest of {rows.length.toLocaleString('en-US')} are shown; the total is of all. Published as a table, all
                  are in it.
                </p>
              ) : null}
            </>
          ),
        };
      })}
    />
  );
}

function AgencyDot({ agency }: { agency: keyof typeof AGENCY_FILLS }) {
  return (
    <svg role="img" aria-label={AGENCY_NAMES[agency]} width="8" height="8" className="shrink-0">
      <circle cx="4" cy="4" r="4" className={AGENCY_FILLS[agency]} />
    </svg>
  );
}

function share(row: Difference): string {
  const baseline = new Decimal(row.baseline);
  return baseline.eq(ZERO) ? '' : formatShare(new Decimal(row.saving).div(baseline).toFixed());
}
