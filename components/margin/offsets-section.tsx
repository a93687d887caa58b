'use client';

import { useState } from 'react';
import { Select } from '@/components/ui/select';
import { Tabs } from '@/components/ui/tabs';
import type { RunReport } from '@/lib/margin/report/run-report';
import { HeatMap } from './heat-map';
import { PublishButton } from './publish-button';

const DIMENSIONS = [
  { id: 'regime', label: 'Between regimes' },
  { id: 'class', label: 'Between classes' },
] as const;

/** The heat maps of a run: by framework and dimension. */
export function OffsetsSection({ report, preferred }: { report: RunReport; preferred: string }) {
  const { offsetMatrices, frameworks, currency } = report;
  const ids = [...new Set(offsetMatrices.map(({ framework }) => framework))];
  const [chosen, setChosen] = useState<string | null>(null);
  const framework = chosen ?? (ids.includes(preferred) ? preferred : (ids[0] ?? ''));
  const nameOf = (id: string) => frameworks.find((one) => one.framework === id)?.name ?? id;
  const present = DIMENSIONS.flatMap(({ id, label }) => {
    const matrix = offsetMatrices.find((one) => one.framework === framework && one.dimension === id);
    return matrix ? [{ id, label, matrix }] : [];
  });
  return (
    <div className="flex flex-col gap-2">
      {ids.length > 1 ? (
        <Select
          aria-label="Framework of the offsets"
          className="w-72!"
          value={framework}
          onChange={setChosen}
          options={ids.map((id) => ({ value: id, label: nameOf(id) }))}
        />
      ) : (
        <p className="text-muted text-sm">Under {nameOf(framework)}</p>
      )}
      <Tabs
        key={framework}
        label="Offsets"
        tabs={present.map(({ id, label, matrix }) => ({
          id,
          label,
          content:
            matrix.groups.length > 1 ? (
              <>
                <HeatMap matrix={matrix} name={nameOf(framework)} currency={currency} />
                <PublishButton path={`offsets/${encodeURIComponent(framework)}/${id}`} what={`offsets by ${id}`} />
              </>
            ) : (
              <p className="text-muted">All positions are of one {id}: there is no pair to set against each other.</p>
            ),
        }))}
      />
    </div>
  );
}
