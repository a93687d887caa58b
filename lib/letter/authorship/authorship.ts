/** A stretch of one client's changes of a section's document that were kept together, and in whose name. */
export interface WriterSpan {
  readonly clientId: number;
  readonly fromClock: number;
  /** the last of them */
  readonly toClock: number;
  /** null for the server itself */
  readonly memberId: string | null;
  /** ISO instant */
  readonly at: string;
}

/**
 * Who put something into a text. `first-draft` is what the section was made with; `server` what the program itself wrote later; `unknown` what was
 * written before writers were noted.
 */
export type Authorship =
  | { readonly by: 'member'; readonly memberId: string; readonly at: string }
  | { readonly by: 'server'; readonly at: string }
  | { readonly by: 'first-draft' }
  | { readonly by: 'unknown' };

/** The client under which a section's first content is written: see initial-room-state.ts. */
const FIRST_AUTHOR = 1;
const FIRST_DRAFT: Authorship = { by: 'first-draft' };
const UNKNOWN: Authorship = { by: 'unknown' };

/** Finds who made a change, by client and clock. The same span gives the same object. */
export function authorFinder(writers: readonly WriterSpan[]): (clientId: number, clock: number) => Authorship {
  const spans = new Map<number, { from: number; to: number; author: Authorship }[]>();
  for (const { clientId, fromClock, toClock, memberId, at } of writers) {
    const author: Authorship = memberId === null ? { by: 'server', at } : { by: 'member', memberId, at };
    spans.set(clientId, [...(spans.get(clientId) ?? []), { from: fromClock, to: toClock, author }]);
  }
  for (const list of spans.values()) list.sort((a, b) => a.from - b.from);
  return (clientId, clock) => {
    const list = spans.get(clientId) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.to ?? 0) < clock) low = middle + 1;
      else high = middle;
    }
    const span = list[low];
    if (span && span.from <= clock) return span.author;
    return clientId === FIRST_AUTHOR ? FIRST_DRAFT : UNKNOWN;
  };
}

/** Whether two stretches are one passage to a reader: the same person, whenever they wrote. */
export function isSameAuthor(a: Authorship, b: Authorship): boolean {
  return a.by === b.by && (a.by !== 'member' || b.by !== 'member' || a.memberId === b.memberId);
}
