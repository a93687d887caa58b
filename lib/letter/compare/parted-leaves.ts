/** The text blocks of both sides that hold one text between them: a block that was parted, or several that became one. */
export interface PartedLeaves<T> {
  readonly olds: readonly T[];
  readonly nows: readonly T[];
}

/**
 * Pairs of similar text blocks with the blocks beside them that hold the rest of their words: what stands unpaired before or behind a block and
 * begins or ends the other one's text was split off it or joined to it. Both rows hold null for what is paired otherwise; `isBeside` says of which
 * blocks it may be.
 */
export function partedLeaves<T>(
  pairs: readonly (readonly [T, T])[],
  [olds, nows]: readonly [readonly (T | null)[], readonly (T | null)[]],
  textOf: (leaf: T) => string,
  isBeside: (leaf: T, other: T) => boolean,
): PartedLeaves<T>[] {
  const taken = new Set(pairs.flat());
  const places = [olds, nows].map((leaves) => new Map(leaves.map((leaf, index) => [leaf, index] as const)));
  const squeezed = (leaf: T) => textOf(leaf).replace(/\s+/g, '');

  /** The free leaves beside one whose words begin, or end, another's text that the leaf itself does not begin or end with. */
  const beside = (side: 0 | 1, leaf: T, whole: string, step: -1 | 1): T[] => {
    const leaves = side === 0 ? olds : nows;
    const own = squeezed(leaf);
    const isEdge = (text: string, words: string) => (step < 0 ? text.startsWith(words) : text.endsWith(words));
    const found: T[] = [];
    let best: T[] = [];
    let words = '';
    for (let at = (places[side]?.get(leaf) ?? 0) + step; ; at += step) {
      const next = leaves[at];
      if (!next || taken.has(next) || !isBeside(next, leaf)) break;
      words = step < 0 ? squeezed(next) + words : words + squeezed(next);
      if (words.length + own.length > whole.length + own.length / 2) break;
      found.push(next);
      if (words !== '' && isEdge(whole, words) && !isEdge(own, words)) best = [...found];
    }
    for (const one of best) taken.add(one);
    return step < 0 ? best.reverse() : best;
  };

  return pairs.map(([was, is]) => {
    const parts = (side: 0 | 1, leaf: T, whole: string) => [...beside(side, leaf, whole, -1), leaf, ...beside(side, leaf, whole, 1)];
    const now = parts(1, is, squeezed(was));
    return { olds: now.length > 1 ? [was] : parts(0, was, squeezed(is)), nows: now };
  });
}
