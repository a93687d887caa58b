'use client';

import { useEffect, useState } from 'react';
import { SectionStateMark } from '@/components/review/section-state-mark';
import { Select } from '@/components/ui/select';
import type { Coverage } from '@/lib/letter/letter-content';
import type { Decision } from '@/lib/policies/decision';
import type { SectionState } from '@/lib/review/section-state';
import { COVERAGE_WORDS, COVERAGES } from './coverage-words';

interface SectionHeadProps {
  /** The number as it prints; null for the opening, which prints no heading. */
  number: string | null;
  title: string;
  coverage: Coverage | null;
  state: SectionState;
  canRename: Decision;
  canSetCoverage: Decision;
  onRename: (title: string) => void;
  onCoverage: (coverage: Coverage) => void;
}

/** A section's number and title, as they will print, and how far its question is answered. */
export function SectionHead({ number, title, coverage, state, canRename, canSetCoverage, onRename, onCoverage }: SectionHeadProps) {
  const [text, setText] = useState(title);
  useEffect(() => setText(title), [title]);
  const keep = () => {
    const next = text.trim();
    if (next === '') setText(title);
    else if (next !== title) onRename(next);
  };
  return (
    <div className="mb-2 flex items-baseline gap-3">
      <h2
        className={`flex min-w-0 flex-1 items-baseline gap-3 ${number === null ? 'font-sans text-faint text-sm' : 'font-semibold text-[1.1em]'}`}
      >
        {number ? <span className="shrink-0">{number}</span> : null}
        {canRename.allowed ? (
          <input
            aria-label="Title of the section"
            value={text}
            maxLength={300}
            onChange={(event) => setText(event.target.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
              if (event.key === 'Escape') setText(title);
            }}
            className="-mx-1 min-w-0 flex-1 rounded-sm bg-transparent px-1 hover:bg-hover focus:bg-hover"
          />
        ) : (
          <span>{title}</span>
        )}
      </h2>
      {state === 'drafting' ? null : (
        <span className="shrink-0 font-sans">
          <SectionStateMark state={state} />
        </span>
      )}
      {coverage === null ? null : canSetCoverage.allowed ? (
        <div className="w-36 shrink-0 font-sans">
          <Select
            aria-label={`Coverage of ${title}`}
            value={coverage}
            onChange={(value) => onCoverage(value as Coverage)}
            options={COVERAGES.map((value) => ({ value, label: COVERAGE_WORDS[value].word }))}
          />
        </div>
      ) : (
        <span className="shrink-0 font-sans text-muted">{COVERAGE_WORDS[coverage].word}</span>
      )}
    </div>
  );
}
