import type { Passage } from './item-tree';
import { hasQuestion } from './request-words';

const MOST_MARKERS = 200;

interface Marker {
  readonly at: number;
  readonly value: number;
  readonly shape: string;
}

/** A label inside a paragraph: after the end of a sentence or of a member of an enumeration. */
const INLINE =
  /(^|[.?!:;,—]["”’)\]]*(?:\uE000[^\uE001]*\uE001)*\s+(?:and\s+|or\s+)?)(?:\((\d{1,2})\)\s|(\d{1,2})\.\s(?=["“]?[A-Z])|((?:Question|Q)\.?\s?(\d{1,3})\s*[.:]\s))/g;

/**
 * A paragraph into which several numbered questions are run ("(1) Should …? (2) Would …?") as one passage per question, and
 * what stands before the first. Numbers that do not ask, such as an enumeration of facts, leave the paragraph whole.
 */
export function splitRunIn(passage: Passage): Passage[] {
  const { text, place } = passage;
  const run = longestRun(markersIn(text).slice(0, MOST_MARKERS));
  if (run.length < 2) return [passage];
  const segments = run.map(({ at }, index) => text.slice(at, run[index + 1]?.at ?? text.length).trim());
  const asking = segments.filter(hasQuestion).length;
  if (asking * 2 < segments.length || asking < 2) return [passage];
  const lead = text.slice(0, run[0]?.at ?? 0).trim();
  const pieces = segments.map((segment, index) => (index < segments.length - 1 ? segment.replace(/[,;]?\s+(?:and|or)$/, '') : segment));
  return [...(lead === '' ? [] : [lead]), ...pieces].map((piece) => ({ text: piece, place }));
}

function markersIn(text: string): Marker[] {
  return [...text.matchAll(INLINE)].map((match) => {
    const [, before = '', parenthesised, dotted, , named] = match;
    const shape = parenthesised ? '()' : dotted ? '.' : 'named';
    return { at: match.index + before.length, value: Number.parseInt(parenthesised ?? dotted ?? named ?? '0', 10), shape };
  });
}

/** The longest sequence of markers of one shape that counts up by one. */
function longestRun(markers: readonly Marker[]): Marker[] {
  let best: Marker[] = [];
  for (const [start, first] of markers.entries()) {
    if (markers.length - start <= best.length) break;
    const run = [first];
    for (const marker of markers.slice(start + 1)) {
      const last = run.at(-1);
      if (last && marker.shape === last.shape && marker.value === last.value + 1) run.push(marker);
    }
    if (run.length > best.length) best = run;
  }
  return best;
}
