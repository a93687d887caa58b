import type { Change } from '@/lib/letter/compare/change';
import { isSameChange, overlaps } from '@/lib/letter/compare/same-change';

export interface KnownChange {
  readonly id: string;
  readonly change: Change;
}

export interface SuggestionMatch {
  /** rows whose change is still there, as it is now */
  readonly kept: readonly KnownChange[];
  readonly created: readonly Change[];
  /** rows whose change is there no more */
  readonly gone: readonly string[];
}

/**
 * Finds which known suggestion each present difference is, so that one keeps its name, author and time while it grows: first those that are
 * the same, then those that touch the same place, of the same kind before others.
 */
export function matchSuggestions(known: readonly KnownChange[], present: readonly Change[]): SuggestionMatch {
  const waiting = new Set(known);
  const unmatched = new Set(present);
  const kept = new Map<string, Change>();
  const pass = (fits: (one: Change, other: Change) => boolean) => {
    for (const change of [...unmatched]) {
      const found = [...waiting].find((candidate) => fits(candidate.change, change));
      if (!found) continue;
      kept.set(found.id, change);
      waiting.delete(found);
      unmatched.delete(change);
    }
  };
  pass(isSameChange);
  pass((one, other) => one.kind === other.kind && overlaps(one, other));
  pass(overlaps);
  return {
    kept: known.flatMap(({ id }) => {
      const change = kept.get(id);
      return change ? [{ id, change }] : [];
    }),
    created: present.filter((change) => unmatched.has(change)),
    gone: [...waiting].map(({ id }) => id),
  };
}
