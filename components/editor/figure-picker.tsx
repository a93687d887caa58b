'use client';

import { useMemo, useState } from 'react';
import { FigurePreview } from '@/components/margin/figure-preview';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { StateMark } from '@/components/ui/state-mark';
import { TextInput } from '@/components/ui/text-input';
import type { FigureEntry, FigurePublicationEntry } from '@/lib/letter/figures/figure-entry';
import { figureState } from '@/lib/letter/figures/figure-state';
import { numberText } from './figure-binding';
import { useFigures } from './figure-provider';

interface FigurePickerProps {
  /** Why nothing can be put in now (no section has the cursor, only reading); null where it can. */
  disabledReason: string | null;
  onInsert: (figure: FigureEntry, publication: FigurePublicationEntry) => void;
}

/** The panel of published figures: found by name or analysis, previewed, put into the text where the cursor is. */
export function FigurePicker({ disabledReason, onInsert }: FigurePickerProps) {
  const figures = useFigures();
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useMemo(() => (figures ? matching([...figures.values()], wanted) : []), [figures, wanted]);

  if (!figures) return <p className="text-muted">The figures are being read.</p>;
  if (figures.size === 0) {
    return (
      <EmptyState title="No figures are published yet">
        Risk publishes figures from the runs of an analysis. What is published appears here and can be put into any sentence.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Field label="Find a figure">
        <TextInput value={wanted} placeholder="Name or analysis" onChange={(event) => setWanted(event.target.value)} />
      </Field>
      {found.length === 0 ? <p className="text-muted">No published figure matches “{wanted}”.</p> : null}
      <ul aria-label="Published figures" className="flex flex-col gap-1">
        {found.map(({ figure, publication }) => {
          const open = chosen === figure.figureId;
          return (
            <li key={figure.figureId} className="rounded-md border border-line">
              <button
                type="button"
                aria-expanded={open}
                onClick={() => setChosen(open ? null : figure.figureId)}
                className="flex w-full flex-col gap-1 rounded-md px-3 py-2 text-left hover:bg-hover"
              >
                <span className="font-medium">{figure.name}</span>
                <span className="max-w-full truncate text-muted text-sm">
                  {figure.analysis}, run {publication.runNumber}
                </span>
                <span className="flex items-center gap-2">
                  {publication.value.kind === 'number' ? (
                    <span className="figures">{numberText(publication.value, null)}</span>
                  ) : (
                    <Badge>{publication.value.kind}</Badge>
                  )}
                  <StateMark state={figureState(figure, publication.runId)} />
                </span>
              </button>
              {open ? (
                <div className="flex flex-col gap-2 border-line border-t p-3">
                  <FigurePreview name={figure.name} value={publication.value} />
                  <div>
                    <Button
                      size="sm"
                      variant="primary"
                      disabledReason={disabledReason}
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => onInsert(figure, publication)}
                    >
                      {INSERT[publication.value.kind]}
                    </Button>
                  </div>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const INSERT = { number: 'Insert the number', table: 'Insert the table', chart: 'Insert the chart' } as const;

interface Offer {
  readonly figure: FigureEntry;
  readonly publication: FigurePublicationEntry;
}

/** Figures that stand, each in the publication of its latest run, whose name, analysis or kind holds every word. */
function matching(figures: readonly FigureEntry[], wanted: string): Offer[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return figures.flatMap((figure) => {
    if (figure.withdrawn !== null) return [];
    const standing = figure.publications.filter((publication) => typeof publication.withdrawn !== 'string');
    const publication = standing.reduce<FigurePublicationEntry | null>(
      (latest, next) => (latest && latest.runNumber > next.runNumber ? latest : next),
      null,
    );
    const text = `${figure.name} ${figure.analysis} ${figure.kind}`.toLowerCase();
    return publication && words.every((word) => text.includes(word)) ? [{ figure, publication }] : [];
  });
}
