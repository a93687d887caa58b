'use client';

import { useMemo } from 'react';
import type { RedlineFigures } from '@/components/versions/figure-words';
import { RedlineBody } from '@/components/versions/redline-body';
import { contentDifferences } from '@/lib/review/content-differences';
import type { SignedContent } from '@/lib/review/signed-content';
import { ChangeLineList } from './change-line-list';
import { FigureDifferenceList } from './figure-difference-list';

interface SectionDifferencesProps {
  /** null: nothing to compare with, the whole text as it is */
  before: SignedContent | null;
  now: SignedContent;
}

/** What changed in a section since a moment: figures first, then title and coverage, then the text with its changes marked. */
export function SectionDifferences({ before, now }: SectionDifferencesProps) {
  const differences = useMemo(() => (before ? contentDifferences(before, now) : null), [before, now]);
  const figures = useMemo(() => ({ ...redlineFigures(before), ...redlineFigures(now) }), [before, now]);
  return (
    <div className="flex flex-col gap-4">
      {differences && differences.figures.length > 0 ? (
        <section aria-label="Figures" className="flex flex-col gap-1">
          <h3 className="font-semibold">Figures</h3>
          <FigureDifferenceList figures={differences.figures} />
        </section>
      ) : null}
      {differences ? <ChangeLineList lines={differences.heads} /> : null}
      <div className="rounded-sm border border-line bg-paper px-[0.6in] py-[0.4in]">
        <RedlineBody before={before?.body ?? now.body} after={now.body} changes={differences?.changes ?? []} figures={figures} />
      </div>
    </div>
  );
}

function redlineFigures(content: SignedContent | null): RedlineFigures {
  const known = Object.entries(content?.figures ?? {}).flatMap(([key, { name, value, runNumber }]) =>
    value === null || runNumber === null ? [] : [[key, { name, value, source: { runNumber } }] as const],
  );
  return Object.fromEntries(known);
}
