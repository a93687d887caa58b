interface Findable {
  readonly label: string;
  readonly group: string;
  readonly keywords?: string;
}

/** The entries in which every typed word occurs, best first: label beginning with the query, then a word beginning with it, then anywhere. */
export function matchEntries<T extends Findable>(entries: readonly T[], query: string): T[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  const scored = entries.flatMap((entry) => {
    const label = entry.label.toLowerCase();
    const text = `${label} ${entry.group.toLowerCase()} ${entry.keywords?.toLowerCase() ?? ''}`;
    if (!words.every((word) => text.includes(word))) return [];
    const first = words[0] ?? '';
    const score = label.startsWith(first) ? 0 : label.includes(` ${first}`) ? 1 : label.includes(first) ? 2 : 3;
    return [{ entry, score }];
  });
  scored.sort((a, b) => a.score - b.score);
  return scored.map(({ entry }) => entry);
}
