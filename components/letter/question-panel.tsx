import { EmptyState } from '@/components/ui/empty-state';
import type { SectionView } from '@/lib/services/letter/get-letter';
import { COVERAGE_WORDS } from './coverage-words';
import { QuotedQuestion } from './quoted-question';

/** The question of the section that has the focus, kept in sight while its answer is written. */
export function QuestionPanel({ section }: { section: SectionView | null }) {
  if (!section)
    return (
      <EmptyState title="No section chosen">
        Click into a section, or choose one in the outline, to see the question that it answers.
      </EmptyState>
    );
  if (!section.question) return <EmptyState title={section.title}>This section answers no numbered question.</EmptyState>;
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">{section.question.label}</h3>
      <QuotedQuestion question={section.question} />
      <p className="text-muted">Coverage: {COVERAGE_WORDS[section.coverage].word.toLowerCase()}</p>
    </div>
  );
}
