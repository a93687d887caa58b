import type { Suggestion } from '@/lib/generated/prisma/client';
import type { Change } from '@/lib/letter/compare/change';
import { describeChange } from '@/lib/letter/compare/describe-change';
import type { SuggestionFacts } from '@/lib/review/audit/suggestion-events';

/** A suggestion as the audit log keeps it. */
export function suggestionFacts(row: Suggestion, change: Change): SuggestionFacts {
  const { deleted, inserted, where } = describeChange(change);
  const { letterId, sectionId, authorId, authorName } = row;
  return { letterId, sectionId, authorId, authorName, kind: change.kind, where, before: deleted, after: inserted };
}
