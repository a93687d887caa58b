import type { IdSource } from '@/lib/core/ids';
import type { QuotedQuestion, SectionKind } from '../letter-content';
import { emptySection } from '../schema/empty-section';
import type { SectionDraft } from './section-draft';

/**
 * The outline of a new letter: introduction, summary of positions, one section per numbered question in the request's order, and an annex for the
 * quantitative evidence. A request without questions gets one section of discussion in their place.
 */
export function draftOutline(questions: readonly QuotedQuestion[], ids: IdSource): readonly SectionDraft[] {
  const draft = (kind: SectionKind, title: string, question: QuotedQuestion | null = null): SectionDraft => ({
    kind,
    title,
    question,
    coverage: kind === 'question' ? 'open' : 'not-applicable',
    body: emptySection(ids),
  });
  const answers = questions.map((question) => draft('question', question.label, question));
  return [
    draft('introduction', 'Introduction'),
    draft('summary', 'Summary of positions'),
    ...(answers.length > 0 ? answers : [draft('discussion', 'Discussion')]),
    draft('annex', 'Quantitative evidence'),
  ];
}
