import type { ReactNode } from 'react';
import { COVERAGE_WORDS } from '@/components/letter/coverage-words';
import { Badge } from '@/components/ui/badge';
import type { SectionComparison } from '@/lib/letter/compare/compare-letters';
import type { LetterSection } from '@/lib/letter/letter-content';
import type { ChangeTopic } from './change-topic';
import type { RedlineFigures } from './figure-words';
import { MarkedBody } from './marked-body';
import type { MarkedNode } from './marked-node';
import { RedlineBody } from './redline-body';

interface ComparedSectionProps {
  section: SectionComparison;
  /** Its number and title; empty where they stand above it already. */
  label: string;
  before: LetterSection | null;
  after: LetterSection | null;
  figures: RedlineFigures;
  topics: readonly ChangeTopic[];
  actions?: ReactNode;
}

/** A section as it was and is in one text, with what became of its heading, place and coverage. */
export function ComparedSection({ section, label, before, after, figures, topics, actions }: ComparedSectionProps) {
  const { sectionId, status, renamedFrom, moved, coverage, changes } = section;
  const whole = status === 'added' ? after : status === 'removed' ? before : null;
  return (
    <section
      id={label === '' ? undefined : `section-${sectionId}`}
      aria-label={label === '' ? section.title : label}
      data-section={sectionId}
      data-kinds={topics.join(' ')}
      className="scroll-mt-16"
    >
      {label === '' ? null : (
        <header className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b pb-1">
          <h2 className="font-semibold text-md">{label}</h2>
          {status === 'added' ? <Badge tone="green">added</Badge> : null}
          {status === 'removed' ? <Badge tone="red">removed</Badge> : null}
          {renamedFrom === null ? null : <Badge tone="amber">was “{renamedFrom}”</Badge>}
          {moved === null ? null : (
            <Badge tone="accent">
              moved from place {moved.from} to {moved.to}
            </Badge>
          )}
          {coverage === null ? null : (
            <Badge tone="amber">
              coverage: {COVERAGE_WORDS[coverage.before].word} → {COVERAGE_WORDS[coverage.after].word}
            </Badge>
          )}
          <span className="ml-auto">{actions}</span>
        </header>
      )}
      {whole ? (
        <MarkedBody body={wholly(whole, status === 'added' ? 'inserted' : 'deleted')} figures={figures} />
      ) : before && after && (changes.length > 0 || label === '') ? (
        <RedlineBody before={before.body} after={after.body} changes={changes} figures={figures} fold={changes.length > 0} />
      ) : (
        <p className="text-muted">The text is the same.</p>
      )}
    </section>
  );
}

/** A whole section put in or taken out. */
function wholly({ body }: LetterSection, kind: 'inserted' | 'deleted'): MarkedNode {
  return {
    ...body,
    content: (body.content ?? []).map((node) => ({ ...node, signs: [{ kind, change: 0, topics: ['blocks'] as const }] })),
  };
}
