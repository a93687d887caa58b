'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Amount } from '@/components/ui/amount';
import { DataTable } from '@/components/ui/data-table';
import { Select } from '@/components/ui/select';
import { Tabs } from '@/components/ui/tabs';
import { CompareAdequacy } from './compare-adequacy';
import { COMPARED_BREAKDOWNS, type RunComparison } from './compare-runs';
import { type RunChoice, RunChooser } from './run-chooser';

interface RunCompareProps {
  /** Where the other run is opened. */
  href: string;
  /** What the other run is called, e.g. "Run 3" or "Run 3 of Credit book". */
  name: string;
  currency: string;
  /** null where the runs are in different currencies. */
  comparison: RunComparison | null;
  /** What was put in differently, a sentence each; empty where the inputs are the same. */
  changes: readonly string[];
  choices: readonly RunChoice[];
  chosen: string;
}

/** This run beside another: what was put in differently, totals, groups and back-tests. */
export function RunCompare({ href, name, currency, comparison, changes, choices, chosen }: RunCompareProps) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium text-muted text-sm">Against</span>
        <RunChooser choices={choices} chosen={chosen} />
        <Link href={href} className="text-accent-ink underline underline-offset-2">
          Open it
        </Link>
      </div>
      {changes.length === 0 ? (
        <p className="text-muted">Both were asked for the same: positions, files, frameworks, parameters and packs are equal.</p>
      ) : (
        <ul aria-label="What was put in differently" className="list-disc pl-4 text-muted">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      {comparison ? (
        <Tabs
          label={`Compared with ${name}`}
          tabs={[
            { id: 'totals', label: 'Totals', content: <Totals rows={comparison.totals} name={name} currency={currency} /> },
            ...COMPARED_BREAKDOWNS.map(({ member, label }) => ({
              id: member,
              label: `By ${label.toLowerCase()}`,
              content: <Groups member={member} label={label} comparison={comparison} name={name} currency={currency} />,
            })),
            { id: 'adequacy', label: 'Adequacy', content: <CompareAdequacy comparison={comparison} name={name} currency={currency} /> },
          ]}
        />
      ) : (
        <p className="text-muted">The two runs are in different currencies, so their amounts are not set against each other.</p>
      )}
    </div>
  );
}

interface ComparedProps {
  name: string;
  currency: string;
}

function columnsOf({ name, currency }: ComparedProps) {
  const amount = (value: string | null, missing: string) =>
    value === null ? <span className="text-muted">{missing}</span> : <Amount aligned value={value} currency={currency} />;
  return (missing: string) => [
    {
      key: 'previous',
      label: `${name}, ${currency}\u00a0m`,
      align: 'right' as const,
      render: (row: { previous: string | null }) => amount(row.previous, missing),
    },
    {
      key: 'present',
      label: `This run, ${currency}\u00a0m`,
      align: 'right' as const,
      render: (row: { present: string | null }) => amount(row.present, missing),
    },
    {
      key: 'change',
      label: `Change, ${currency}\u00a0m`,
      align: 'right' as const,
      render: (row: { change: string | null }) => amount(row.change, ''),
    },
  ];
}

function Totals({ rows, name, currency }: ComparedProps & { rows: RunComparison['totals'] }) {
  return (
    <DataTable
      caption={`Totals of this run and of ${name}, in millions of ${currency}`}
      rowKey={(row) => row.framework}
      rows={rows}
      columns={[{ key: 'name', label: 'Framework' }, ...columnsOf({ name, currency })('not computed')]}
    />
  );
}

interface GroupsProps extends ComparedProps {
  member: (typeof COMPARED_BREAKDOWNS)[number]['member'];
  label: string;
  comparison: RunComparison;
}

function Groups({ member, label, comparison, name, currency }: GroupsProps) {
  const [chosen, setChosen] = useState(comparison.frameworks[0]?.framework ?? '');
  const framework = comparison.frameworks.find((one) => one.framework === chosen);
  if (!framework) return <p className="text-muted">The two runs have no framework in common.</p>;
  return (
    <div className="flex flex-col gap-2">
      {comparison.frameworks.length > 1 ? (
        <Select
          aria-label="Framework of the groups"
          className="w-72!"
          value={framework.framework}
          onChange={setChosen}
          options={comparison.frameworks.map((one) => ({ value: one.framework, label: one.name }))}
        />
      ) : null}
      <DataTable
        caption={`Requirement under ${framework.name} by ${label.toLowerCase()} in both runs, in millions of ${currency}`}
        className="max-h-96"
        rowKey={(row) => row.key}
        rows={framework.groups[member]}
        columns={[{ key: 'label', label }, ...columnsOf({ name, currency })('none')]}
      />
    </div>
  );
}
