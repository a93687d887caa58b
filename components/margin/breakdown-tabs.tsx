'use client';

import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { formatShare } from '@/components/ui/format-amount';
import { Tabs } from '@/components/ui/tabs';
import { Decimal, ZERO } from '@/lib/core/decimal';
import type { Difference, FrameworkReport, ImpactReport } from '@/lib/margin/report/run-report';
import { AGENCY_FILLS, AGENCY_NAMES } from './agency-name';

interface BreakdownTabsProps {
  impact: ImpactReport;
  baseline: FrameworkReport | undefined;
  alternative: FrameworkReport | undefined;
  currency: string;
}

const KINDS = [
  { id: 'byRegime', label: 'Regime' },
  { id: 'byClass', label: 'Class' },
  { id: 'byCounterparty', label: 'Counterparty' },
] as const;

/** The requirement under both frameworks by regime, class and counterparty, largest baseline first. */
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
      tabs={KINDS.map(({ id, label }) => {
        const agencies = new Map(baseline?.[id].map((row) => [row.key, row.agency]));
        const positions = new Map(baseline?.[id].map((row) => [row.key, row.positions]));
        return {
          id,
          label: `By ${label.toLowerCase()}`,
          content: (
            <DataTable
              caption={`Requirement by ${label.toLowerCase()}, in millions of ${currency}`}
              className="max-h-96"
              rowKey={(row) => row.key}
              rows={[...impact[id]].sort((a, b) => new Decimal(b.baseline).cmp(a.baseline) || (a.label < b.label ? -1 : 1))}
              footer={[total]}
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
                  label: `${baseline?.name ?? 'Baseline'}, ${currency} m`,
                  align: 'right',
                  render: (row) => <Amount aligned value={row.baseline} currency={currency} />,
                },
                {
                  key: 'alternative',
                  label: `${alternative?.name ?? 'Alternative'}, ${currency} m`,
                  align: 'right',
                  render: (row) => <Amount aligned value={row.alternative} currency={currency} />,
                },
                {
                  key: 'saving',
                  label: `Saving, ${currency} m`,
                  align: 'right',
                  render: (row) => <Amount aligned value={row.saving} currency={currency} />,
                },
                { key: 'share', label: 'Share', align: 'right', className: 'whitespace-nowrap', render: (row) => share(row) },
              ]}
            />
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
