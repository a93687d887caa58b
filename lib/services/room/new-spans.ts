import type { WriterSpan } from '@/lib/letter/authorship/authorship';
import { spansOfUpdate } from '@/lib/letter/authorship/spans-of-update';

/** Which changes are known, by client, as stretches in rising order. */
export type Covered = Map<number, [from: number, to: number][]>;

/**
 * The spans of an update that were not covered yet; they are afterwards. A client that comes back sends again what another process may have
 * taken from somebody else meanwhile: it is whose it was first.
 */
export function newSpans(covered: Covered, update: Uint8Array, memberId: string | null, at: string): readonly WriterSpan[] {
  const found: WriterSpan[] = [];
  for (const span of spansOfUpdate(update, memberId, at)) {
    const known = covered.get(span.clientId) ?? [];
    for (const [fromClock, toClock] of uncovered(known, span.fromClock, span.toClock)) found.push({ ...span, fromClock, toClock });
    covered.set(span.clientId, joined([...known, [span.fromClock, span.toClock]]));
  }
  return found;
}

function uncovered(known: readonly [number, number][], from: number, to: number): [number, number][] {
  const gaps: [number, number][] = [];
  let start = from;
  for (const [first, last] of known) {
    if (last < start) continue;
    if (first > to) break;
    if (first > start) gaps.push([start, first - 1]);
    start = Math.max(start, last + 1);
  }
  if (start <= to) gaps.push([start, to]);
  return gaps;
}

function joined(stretches: [number, number][]): [number, number][] {
  stretches.sort(([one], [other]) => one - other);
  const result: [number, number][] = [];
  for (const [from, to] of stretches) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
