'use client';

import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { letterTerms, type TermPlace, type TermProblem } from '@/lib/letter/terms/letter-terms';
import { useReferences } from './references-context';
import { showBlock } from './show-block';

const PROBLEMS: Readonly<Record<TermProblem, string>> = {
  'used-before-defined': 'used before it is defined',
  'defined-twice': 'defined more than once',
  'never-used': 'never used',
};

/** The letter's defined terms: where each is defined and used, and what is wrong with that. */
export function TermsPanel() {
  const sections = useReferences()?.sections;
  const { terms, phrases } = useMemo(() => letterTerms({ sections: sections ?? [] }), [sections]);
  const titles = useMemo(() => new Map(sections?.map(({ id, title }) => [id, title])), [sections]);
  return (
    <div className="flex flex-col gap-4">
      {terms.length === 0 ? (
        <EmptyState title="No terms are defined yet">
          Select the words of a term where it is defined, such as Joint Request in (the “Joint Request”), and press Ctrl+Alt+T.
        </EmptyState>
      ) : (
        <ul aria-label="Defined terms" className="flex flex-col divide-y divide-line">
          {terms.map(({ term, definitions, uses, problems }) => (
            <li key={term} className="flex flex-col gap-1 py-2">
              <span className="flex flex-wrap items-center gap-2">
                <span className="font-medium">{term}</span>
                {problems.map((problem) => (
                  <Badge key={problem} tone="amber">
                    {PROBLEMS[problem]}
                  </Badge>
                ))}
              </span>
              <Places label="Defined in" places={definitions} titles={titles} />
              <Places label={uses.length === 1 ? 'Used once, in' : `Used ${uses.length} times, in`} places={uses} titles={titles} />
            </li>
          ))}
        </ul>
      )}
      {phrases.length > 0 ? (
        <section aria-labelledby="undefined-phrases" className="flex flex-col gap-1">
          <h3 id="undefined-phrases" className="font-semibold">
            Perhaps to be defined
          </h3>
          <p className="text-muted text-sm">Capitalised words that come up more than once. Names need no definition.</p>
          <ul className="flex flex-col">
            {phrases.map(({ phrase, places }) => (
              <li key={phrase} className="py-1">
                {phrase} <Places label={`${places.length} times, in`} places={places} titles={titles} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

interface PlacesProps {
  label: string;
  places: readonly TermPlace[];
  titles: ReadonlyMap<string, string>;
}

/** The sections in which words stand, each once; choosing one shows the first place in it. */
function Places({ label, places, titles }: PlacesProps) {
  const first = places.filter(({ sectionId }, index) => places.findIndex((other) => other.sectionId === sectionId) === index);
  if (first.length === 0) return null;
  return (
    <span className="text-muted text-sm">
      {label}{' '}
      {first.map((place, index) => (
        <span key={place.sectionId}>
          {index > 0 ? ', ' : null}
          <button type="button" className="text-accent-ink hover:underline" onClick={() => showBlock(place)}>
            {titles.get(place.sectionId)}
          </button>
        </span>
      ))}
    </span>
  );
}
