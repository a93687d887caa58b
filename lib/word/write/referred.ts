import { sha256Hex } from '@/lib/core/hash';
import { citeLetter } from '@/lib/letter/citations/cite-letter';
import type { CitedRuns } from '@/lib/letter/citations/cited-runs';
import type { LetterContent } from '@/lib/letter/letter-content';
import type { LetterNumbers } from '@/lib/letter/numbering/number-letter';
import { type ReferenceTargets, referenceTargets, targetKey } from '@/lib/letter/references/reference-targets';
import { resolveReference } from '@/lib/letter/references/resolve-reference';
import { formerName } from '@/lib/letter/tracked/former-names';
import { walkProse } from '@/lib/letter/walk-prose';

/** From this many tables and charts on, the letter lists them behind its contents. */
export const MANY_EXHIBITS = 5;

/** What the citations and references of a letter say, and which of its places they lead to. */
export interface Referred {
  readonly cited: ReadonlyMap<string, CitedRuns>;
  readonly targets: ReferenceTargets;
  /** Where references lead that stand on the other side of tracked changes alone: those that go in a redline, those that come in a review. */
  readonly targetsBeside: ReferenceTargets;
  /** The names under which fields show a place: its key, or that of its title (titleKey). Only these places get a bookmark. */
  readonly keys: ReadonlySet<string>;
}

export function referredIn(content: LetterContent, numbers: LetterNumbers): Referred {
  const cited = citeLetter(content);
  const targets = referenceTargets(content, numbers);
  const keys = new Set<string>();
  for (const { runs } of cited.values()) for (const { noteId } of runs) if (noteId !== undefined) keys.add(targetKey('footnote', noteId));
  for (const section of content.sections) {
    for (const node of walkProse(section.body)) {
      if (node.type !== 'crossReference') continue;
      const resolved = resolveReference(node, targets);
      if (resolved.broken) continue;
      for (const { field, of } of resolved.pieces) if (of !== undefined) keys.add(field === 'title' ? titleKey(of) : of);
    }
  }
  if (numbers.exhibits.length >= MANY_EXHIBITS) {
    for (const { kind, key } of targets.values()) if (kind === 'exhibit') keys.add(key);
  }
  return { cited, targets, targetsBeside: targets, keys };
}

/**
 * What a letter refers to, and what it referred to before, for what goes in a redline: citations by the names that they have there. What comes
 * in a review may lead to what stands as well as to what comes.
 */
export function referredBeside(now: Referred, before: Referred | null, isRedline: boolean): Referred {
  if (!before) return now;
  const gone = [...before.cited].flatMap(([nodeId, cited]) => [[nodeId, cited] as const, [formerName(nodeId), cited] as const]);
  return {
    cited: new Map([...gone, ...now.cited]),
    targets: now.targets,
    targetsBeside: isRedline ? before.targets : new Map([...before.targets, ...now.targets]),
    keys: new Set([...before.keys, ...now.keys]),
  };
}

/** The caption's words of an exhibit, apart from its number. */
export function titleKey(key: string): string {
  return `title of ${key}`;
}

/** The bookmark at a place that a field shows: hidden, as Word names those of its own cross-references. */
export function referenceBookmark(key: string): string {
  return `_Ref${sha256Hex(key).slice(0, 24)}`;
}
