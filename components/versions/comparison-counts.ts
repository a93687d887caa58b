import type { LetterComparison } from '@/lib/letter/compare/compare-letters';
import type { LetterContent } from '@/lib/letter/letter-content';
import { indexBody } from './body-index';
import { CHANGE_TOPICS, type ChangeTopic, changeTopics } from './change-topic';

export interface ComparisonCounts {
  readonly total: number;
  readonly topics: Readonly<Record<ChangeTopic, number>>;
  /** By section: the kinds of change that it has. */
  readonly bySection: ReadonlyMap<string, ReadonlySet<ChangeTopic>>;
}

const EMPTY = { type: 'doc' };

/** How many changes of text there are, of each kind. A section that is new or gone is one. */
export function comparisonCounts(comparison: LetterComparison, before: LetterContent, after: LetterContent): ComparisonCounts {
  const topics = Object.fromEntries(Object.keys(CHANGE_TOPICS).map((topic) => [topic, 0])) as Record<ChangeTopic, number>;
  const bySection = new Map<string, Set<ChangeTopic>>();
  let total = 0;
  const bodyIn = (content: LetterContent, id: string) => content.sections.find((section) => section.id === id)?.body ?? EMPTY;
  for (const { sectionId, status, changes } of comparison.sections) {
    const own = new Set<ChangeTopic>();
    bySection.set(sectionId, own);
    const found: readonly (readonly ChangeTopic[])[] =
      status === 'added' || status === 'removed'
        ? [['blocks']]
        : changeTopics(indexBody(bodyIn(before, sectionId)), indexBody(bodyIn(after, sectionId)), changes);
    total += found.length;
    for (const topic of found.flat()) {
      own.add(topic);
      topics[topic] += 1;
    }
  }
  return { total, topics, bySection };
}
