import type { MarginFailure } from '@/lib/margin/methods/margin-node';

/** One entry for each reason and message, with all the positions that it concerns: a large netting set fails in pieces. */
export function joinFailures(failures: readonly MarginFailure[]): MarginFailure[] {
  const found = new Map<string, MarginFailure>();
  for (const failure of failures) {
    const key = `${failure.reason} ${failure.message}`;
    const before = found.get(key);
    found.set(key, before ? { ...before, positionIds: [...before.positionIds, ...failure.positionIds] } : failure);
  }
  return [...found.values()];
}

/** The first positions of a list, and how many more there are. */
export function somePositions(ids: readonly string[], shown: number): string {
  const more = ids.length - shown;
  return `${ids.slice(0, shown).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`;
}
