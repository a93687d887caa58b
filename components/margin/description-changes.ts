import { canonicalJson } from '@/lib/core/canonical-json';
import type { RunDescription } from '@/lib/services/run/run-description';

/** What one run was asked to compute differently from another, a sentence each. */
export function descriptionChanges(previous: RunDescription, present: RunDescription): string[] {
  const changes: string[] = [];
  if (previous.portfolio.contentHash !== present.portfolio.contentHash) {
    changes.push(
      `Other positions: “${present.portfolio.name}” of ${present.portfolio.asOf} in place of “${previous.portfolio.name}” of ${previous.portfolio.asOf}.`,
    );
  }
  if (previous.baseline !== present.baseline) changes.push('Another baseline.');
  if (canonicalJson(previous.alternatives) !== canonicalJson(present.alternatives)) changes.push('Other alternatives.');
  if (canonicalJson(previous.parameters) !== canonicalJson(present.parameters)) changes.push('Other parameters.');
  return changes;
}
